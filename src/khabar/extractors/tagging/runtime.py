"""The model itself: where it lies, and one pass over some texts with ONNX Runtime or PyTorch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from transformers import AutoConfig, AutoTokenizer

from khabar.errors import KhabarError
from khabar.extractors.tagger import Settings

_INSTALL = "install it with: pip install 'khabar[transformers]'"


class Scored(NamedTuple):
    """Tokens of one text: ``spans`` (code points; empty for marks of the model's own) and ``probabilities``, a row of
    labels for each."""

    spans: list[tuple[int, int]]
    probabilities: NDArray[np.float32]


class Runtime:
    """One model, loaded. ``labels`` are its own, in order; ``longest`` the most tokens it reads at once. KhabarError,
    one line, where it cannot be had."""

    def __init__(self, settings: Settings) -> None:
        self.folder = locate(settings)
        self.name = settings.model
        onnx = self._onnx_file(settings.runtime)
        try:
            config = AutoConfig.from_pretrained(self.folder)
            self.tokenizer = AutoTokenizer.from_pretrained(self.folder, use_fast=True)
        except Exception as error:  # the library raises what it likes for a folder that holds no model
            raise KhabarError(
                f"{settings.model} holds no model that can be loaded ({_first_line(error)}); give one that does"
            ) from error
        if not self.tokenizer.is_fast:
            raise KhabarError(f"the tokenizer of {settings.model} tells no positions; give a model with tokenizer.json")
        self.labels = [str(config.id2label[n]) for n in range(config.num_labels)]
        told = getattr(config, "max_position_embeddings", None) or 512
        self.longest = min(int(told), int(self.tokenizer.model_max_length), 4096)
        self._run = _onnx(onnx) if onnx is not None else _torch(self.folder, settings.device)

    def _onnx_file(self, runtime: str) -> Path | None:
        """The ONNX model where that is what runs, None for PyTorch; KhabarError where what is needed is not there."""
        found = next((self.folder / name for name in _ONNX if (self.folder / name).exists()), None)
        if runtime == "onnx" and found is None:
            raise KhabarError(f"{self.name} has no ONNX model ({', '.join(_ONNX)}); give --set runtime=torch")
        if found is not None and runtime != "torch" and (runtime == "onnx" or find_spec("onnxruntime")):
            needed = "onnxruntime"
        else:
            found, needed = None, "torch"
        if find_spec(needed) is None:
            raise KhabarError(f"the model {self.name} needs {needed}; {_INSTALL}")
        return found

    def length(self, text: str) -> int:
        """How many tokens ``text`` has for this model, its own marks included."""
        return len(self.tokenizer(text)["input_ids"])

    def score(self, texts: Sequence[str]) -> list[Scored]:
        """One pass over ``texts``, each of at most ``longest`` tokens."""
        told = self.tokenizer(
            list(texts), return_offsets_mapping=True, return_special_tokens_mask=True, padding=True, return_tensors="np"
        )
        spans, marks = told.pop("offset_mapping"), told.pop("special_tokens_mask")
        logits = self._run({name: np.asarray(value, dtype=np.int64) for name, value in told.items()})
        shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
        probabilities = shifted / shifted.sum(axis=-1, keepdims=True)
        found = []
        for n in range(len(texts)):
            own = [(0, 0) if mark else (int(a), int(b)) for (a, b), mark in zip(spans[n], marks[n], strict=True)]
            found.append(Scored(own, probabilities[n]))
        return found


_ONNX = ("model.onnx", "onnx/model.onnx", "model_quantized.onnx", "onnx/model_quantized.onnx")


def locate(settings: Settings) -> Path:
    """The folder of the model: as given, or where the hub's library keeps it; fetched only where that is allowed."""
    if not settings.model:
        raise KhabarError("the extractor transformers needs a model; give --set model=FOLDER or a hub's name")
    folder = Path(settings.model)
    if folder.is_dir():
        return folder
    if folder.is_absolute() or settings.model.startswith("."):
        raise KhabarError(f"there is no folder {settings.model}; check --set model=")
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(settings.model, local_files_only=not settings.download))
    except Exception as error:  # the hub's library has many faults of its own
        if settings.download:
            raise KhabarError(
                f"the model {settings.model} cannot be fetched ({_first_line(error)}); check its name and the network"
            ) from error
        raise KhabarError(
            f"the model {settings.model} is not on this machine; give a folder, or --set download=true to fetch it"
        ) from error


def _first_line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]


def _onnx(path: Path) -> Callable[[dict[str, NDArray[np.int64]]], NDArray[np.float32]]:
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=onnxruntime.get_available_providers())
    wanted = {given.name for given in session.get_inputs()}

    def run(inputs: dict[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        found: Any = session.run(None, {name: value for name, value in inputs.items() if name in wanted})[0]
        return np.asarray(found, dtype=np.float32)

    return run


def _torch(folder: Path, device: str) -> Callable[[dict[str, NDArray[np.int64]]], NDArray[np.float32]]:
    import torch
    from transformers import AutoModelForTokenClassification

    try:
        model = AutoModelForTokenClassification.from_pretrained(folder).to(device).eval()
    except Exception as error:  # a folder without weights, a device that is not there
        raise KhabarError(
            f"{folder} cannot be loaded on {device} ({_first_line(error)}); check its files and --set device="
        ) from error

    def run(inputs: dict[str, NDArray[np.int64]]) -> NDArray[np.float32]:
        with torch.inference_mode():
            logits = model(**{name: torch.from_numpy(value).to(device) for name, value in inputs.items()}).logits
        return np.asarray(logits.float().cpu().numpy(), dtype=np.float32)

    return run
