"""The extractor ``llm``: asks piece by piece, grounds what it is told, and keeps the default's reading beside it."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from khabar.extractors.llm.answer import BadAnswerError, Proposal, parse
from khabar.extractors.llm.cache import Cache, Reply, key_of
from khabar.extractors.llm.endpoint import Endpoint
from khabar.extractors.llm.ground import Ground
from khabar.extractors.llm.grounding import Grounding
from khabar.extractors.llm.ledger import Ledger
from khabar.extractors.llm.prompt import BAD_ANSWER, Messages, messages_for
from khabar.extractors.llm.settings import CAPABILITIES, Settings
from khabar.extractors.protocol import Estimate, RefusedError
from khabar.extractors.readings import merge
from khabar.ingest.clean import sections
from khabar.model import Article, Extraction, Section
from khabar.pipeline import extract

ANSWERS = 3
"""How often the same is asked where the answer cannot be used."""
SHORTEST = 200
"""Code points under which a text is not cut further."""


class LanguageModelExtractor:
    """Reads with a language model. Safe to use from several threads."""

    name = "llm"
    capabilities = CAPABILITIES

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.ledger = Ledger(settings)
        self.endpoint = Endpoint(settings, self.ledger)
        self.cache = Cache(settings.cache_folder())
        self.found: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()
        self._lock = threading.Lock()

    def extract(self, article: Article) -> Extraction:
        """Claims of the model that the text bears out, merged with the default's. RefusedError where the model gave
        no usable answer, KhabarError where the endpoint is gone."""
        ground = Ground(article)
        grounding = Grounding(ground, self.reader)
        proposals: list[Proposal] = []
        for piece in pieces(article.text, ground.cut, self.settings.piece):
            proposals += self._proposals(article, piece, grounding.dropped)
        own = grounding.claims(proposals)
        default = extract(article)
        claims, counts = merge(
            article.text, own, default.claims, (self.name, "default"), both=self.settings.keep == "both"
        )
        with self._lock:
            self.found.update(counts)
            self.dropped.update(grounding.dropped)
        return msgspec.structs.replace(default, claims=tuple(claims))

    @property
    def reader(self) -> str:
        """The model behind a value, as rules name it."""
        return f"llm {self.endpoint.model}"

    def _proposals(self, article: Article, piece: str, dropped: Counter[str]) -> Iterator[Proposal]:
        """What the model says of a piece; one whose answer was cut short is asked for in halves."""
        messages = messages_for(article, piece)
        reply = self._asked(messages)
        if reply.cut:
            halves = cut_in_half(piece)
            if halves is None:
                raise RefusedError(
                    f"the model's answer is longer than max_output={self.settings.max_output}; give a larger one"
                )
            for half in halves:
                yield from self._proposals(article, half, dropped)
            return
        proposals, wrong = parse(reply.content)
        if wrong:
            dropped["claims of another form"] += wrong
        yield from proposals

    def _asked(self, messages: Messages) -> Reply:
        """A usable answer or one cut short, kept from before where there is one."""
        key = key_of(self.endpoint.asked(messages))
        kept = self.cache.get(key)
        if kept is not None:
            self.ledger.note("from the cache")
            return kept
        trouble = ""
        again = messages
        for _ in range(ANSWERS):
            reply = self.endpoint.ask(again)
            try:
                if not reply.cut:
                    parse(reply.content)
            except BadAnswerError as error:
                self.ledger.note("bad answers")
                trouble = str(error)
                again = [*messages, {"role": "user", "content": BAD_ANSWER}]
                continue
            self.cache.put(key, reply)
            return reply
        raise RefusedError(
            f"the model gave no usable answer in {ANSWERS} tries: {trouble}; repeat the command to retry"
        )

    def estimate(self, articles: Iterable[Article]) -> Estimate:
        """What reading ``articles`` would take; nothing is sent."""
        count = kept = requests = tokens_in = tokens_out = 0
        for article in articles:
            count += 1
            open_ = [
                (piece, messages)
                for piece in pieces(article.text, sections(article.text, article.title), self.settings.piece)
                for messages in [messages_for(article, piece)]
                if self.cache.get(key_of(self.endpoint.asked(messages))) is None
            ]
            kept += not open_
            requests += len(open_)
            tokens_in += sum(self.ledger.expected_in(sum(len(one["content"]) for one in asked)) for _, asked in open_)
            tokens_out += sum(self.ledger.expected_out(len(piece)) for piece, _ in open_)
        cost = self.ledger.cost(tokens_in, tokens_out)
        return Estimate(
            articles=count, kept=kept, requests=requests, tokens_in=tokens_in, tokens_out=tokens_out, cost=cost
        )

    def over(self, expected: Estimate) -> str | None:
        """Which budget ``expected`` exceeds."""
        return self.ledger.over(expected)

    def account(self) -> list[str]:
        """What was asked, spent, dropped, and how the two readings compare."""
        found = self.found
        told = [f"{self.reader}: {line}" for line in self.ledger.lines()]
        told.append(
            f"{found['seen by both']} claims seen by both readers, {found['read differently']} of them read "
            f"differently; {found['by the first alone']} by the model alone, {found['by the second alone']} by the "
            "default alone"
        )
        if self.dropped:
            parts = ", ".join(f"{count} {what}" for what, count in self.dropped.most_common())
            told.append(f"dropped or left open: {parts}")
        return told


def pieces(text: str, cut: list[Section], most: int) -> list[str]:
    """The text without furniture, in pieces of at most ``most`` code points, cut between paragraphs where it can
    be."""
    parts = _kept(text, cut)
    found: list[str] = []
    held = ""
    for part in parts:
        while len(part) > most:
            at = _break_before(part, most)
            part, rest = part[:at], part[at:]
            found += [held, part] if held else [part]
            held, part = "", rest
        if held and len(held) + len(part) + 1 > most:
            found.append(held)
            held = ""
        held = f"{held}\n{part}" if held else part
    return [piece for piece in (*found, held) if piece.strip()]


def _kept(text: str, cut: list[Section]) -> list[str]:
    """Stretches of the text between furniture."""
    if not cut:
        return [text]
    runs: list[list[int]] = []
    for part in cut:
        if part.role == "furniture":
            continue
        if runs and not text[runs[-1][1] : part.start].strip():
            runs[-1][1] = part.end
        else:
            runs.append([part.start, part.end])
    return [text[start:end] for start, end in runs]


def cut_in_half(piece: str) -> tuple[str, str] | None:
    """Two halves, cut after a sentence; None where the piece is short."""
    if len(piece) < 2 * SHORTEST:
        return None
    at = _break_before(piece, len(piece) // 2)
    return piece[:at], piece[at:]


def _break_before(text: str, most: int) -> int:
    """Where to cut ``text`` so that no more than ``most`` code points come before: after a paragraph, a sentence, a
    word."""
    for mark in ("\n", ". ", "، ", " "):
        at = text.rfind(mark, most // 2, most)
        if at >= 0:
            return at + len(mark)
    return most
