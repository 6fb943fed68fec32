"""How the page of a comparison looks, on paper-light and dark screens, from 320 px on."""

from __future__ import annotations

from typing import Final

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE: Final = """
:root{--paper:#fff;--ink:#1b1b1b;--dim:#5c5c5c;--line:#d8d8d8;--raised:#f6f6f4;--link:#1d5fa3;--bar:#2b6cb0;
--same:#cfe8d4;--differs:#ffe2a3;--a:#f6c3bc;--b:#ddcdf3;--warn:#8a5a00;--no:#a3271b}
@media (prefers-color-scheme:dark){:root{--paper:#161616;--ink:#ececec;--dim:#a9a9a9;--line:#444;--raised:#212121;
--link:#8bbcf0;--bar:#63a4e8;--same:#1f5230;--differs:#5d480b;--a:#6e2a22;--b:#4a3570;--warn:#f0c460;--no:#ff9d90}}
*{box-sizing:border-box}
html{scroll-padding-top:3rem}
body{font:16px/1.5 system-ui,sans-serif;margin:0;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
main{max-width:78rem;margin:1.5rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin:1.6rem 0 .4rem}a{color:var(--link)}
.dim{color:var(--dim)}small{font-size:.8em}
.wide{overflow-x:auto;margin:.3rem 0 1.2rem}
table{border-collapse:collapse;width:100%}
caption{text-align:start;font-weight:600;padding:.3rem 0}
th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line)}
th{font-weight:600}
.numbers{width:auto;font-variant-numeric:tabular-nums}
.numbers td,.numbers thead th+th{text-align:end;white-space:nowrap;overflow-wrap:normal}
.numbers th{overflow-wrap:normal}
.bar{display:inline-block;height:.6rem;background:var(--bar);vertical-align:middle}
summary{cursor:pointer}
.filters p{margin:.3rem 0;line-height:2}
.filters a{padding:.15rem .5rem;border:1px solid var(--line);border-radius:1rem;text-decoration:none;white-space:nowrap}
.now{position:sticky;top:0;z-index:1;margin:.6rem 0;padding:.5rem 0;background:var(--paper);
border-bottom:2px solid var(--line)}
.on{display:none}.target:target~.now .every{display:none}
.target{scroll-margin-top:1rem}
.mark{padding:0 .2rem;border-radius:.2rem;color:inherit}
.mark.same{background:var(--same)}.mark.differs,.mark.other{background:var(--differs)}
.mark.a{background:var(--a)}.mark.b{background:var(--b)}
.q{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:.35em}
.q2{text-decoration-thickness:3px}
sup{font-size:.65em;line-height:0;font-weight:700}
.article>h2{border-top:3px solid var(--ink);padding-top:.8rem;margin-top:2.4rem}
.sentences{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;margin-top:1.6rem}
.sentences p{margin:0;padding:.2rem .8rem .5rem;background:var(--raised);border-inline-start:3px solid var(--dim)}
.text{font-size:1.08rem;line-height:1.9}
.label{font-size:.8rem;color:var(--dim)}
.quiet{color:var(--dim);margin:1.2rem 0 0;line-height:1.8;white-space:pre-line}
.claim{margin:.5rem 0 0;border:1px solid var(--line);border-radius:.3rem;padding:.3rem .7rem}
.claim table{table-layout:fixed;font-size:.92rem}
.claim th:first-child{width:6rem}.claim .verdict{width:8.5rem}.claim .rule{width:24%;font-size:.8rem;color:var(--dim)}
.claim .trigger{font-weight:700}
tr.no td.verdict{color:var(--no);font-weight:600}tr.part td.verdict{color:var(--warn);font-weight:600}
tr.no td.value{background:color-mix(in srgb,var(--a) 35%,transparent)}
tr.part td.value{background:color-mix(in srgb,var(--differs) 45%,transparent)}
@media (max-width:46rem){
main{padding:0 .7rem}
.numbers{font-size:.78rem}.numbers th,.numbers td{padding:.2rem .26rem}.numbers .bar{display:none}
.sentences{grid-template-columns:1fr;gap:.4rem 0}
.claim{padding:.3rem .5rem}
.claim thead{display:none}.claim table,.claim tbody{display:block}
.claim tr{display:grid;grid-template-columns:1fr 1fr;border-bottom:1px solid var(--line);padding:.3rem 0}
.claim tr th,.claim tr td{border:0;width:auto;padding:.05rem .3rem}
.claim th:first-child,.claim .verdict,.claim .rule{width:auto}
.claim .verdict{order:1;text-align:end}.claim .value{order:2}.claim .rule{order:3;grid-column:1/-1}
.claim .value::before{content:attr(data-side);display:block;font-size:.75rem;color:var(--dim)}
.claim .lone tr{grid-template-columns:5.5rem 1fr}.claim .lone .value::before{display:none}
}
@media print{.now,.filters{display:none}}
"""
