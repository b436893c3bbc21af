"""How the web page looks: on a desk, on a telephone, on paper."""

STYLE = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 100%/1.55 "Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial,
  sans-serif; color: #1b2a33; background: #fbfaf6; }
body { margin: 0; }
.skip { position: absolute; left: -999em; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: #0b6e69; color: #fff; }
header, nav, main, footer { max-width: 54rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 2.1rem; line-height: 1.2; margin: .3rem 0 1rem; }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: 1rem;
  border-top: 3px solid #0b6e69; }
h3 { font-size: 1.2rem; line-height: 1.35; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
h1, h2, h3, h4 { overflow-wrap: anywhere; }
p, li, summary { max-width: 42rem; overflow-wrap: anywhere; }
a { color: #0b6e69; }
a:focus-visible, .wide:focus-visible, summary:focus-visible { outline: 3px solid #0b6e69;
  outline-offset: 2px; }
summary { padding: .35rem 0; color: #0b6e69; font-weight: 600; cursor: pointer; }
.event, .soft, figcaption, .none { color: #4f5e66; }
.mark { background: #fff6e3; border: 1px solid #ecd9a8; padding: .5rem .75rem; font-weight: 600; }
.headline { border-left: 5px solid #0b6e69; padding-left: 1rem; font-size: 1.25rem; }
nav ol { columns: 2; padding-left: 1.75rem; }
figure { margin: 1rem 0; padding: 1rem; background: #fff; border: 1px solid #dcd8ce; }
figure svg { width: 100%; height: auto; display: block; }
.slim { display: none; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; background: #fff; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .4rem 0; background: #fbfaf6; }
.caption { font-weight: 600; margin: 1.2rem 0 .4rem; }
.points { list-style: none; padding: 0; }
th, td { border: 1px solid #dcd8ce; padding: .4rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; hyphens: auto; min-width: 6.5em; }
tbody th, thead th:first-child { min-width: 9.5em; }
.names tbody th, .names thead th:first-child { min-width: 6.5em; }
.figures td:last-child:not(.number) { min-width: 13em; }
thead th { background: #0b6e69; color: #fff; overflow-wrap: break-word; }
main li + li { margin-top: .4rem; }
tbody th { font-weight: 600; }
.number, .measures td, .measures th + th { text-align: right; min-width: 0;
  overflow-wrap: normal; }
.number, .measures td { font-variant-numeric: tabular-nums; }
.kind { font-weight: 600; } .day { white-space: nowrap; }
.also { display: block; margin-top: .3rem; font-weight: 400; font-size: .9rem; color: #4f5e66; }
details caption { position: absolute; left: -999em; }
footer { margin: 3rem auto; padding-top: 1rem; border-top: 1px solid #dcd8ce; }
@media screen and (max-width: 40rem) {
  header, nav, main, footer { padding-left: .75rem; padding-right: .75rem; }
  h1 { font-size: 1.7rem; } h2 { font-size: 1.35rem; }
  nav ol { columns: 1; }
  .broad { display: none; } .slim { display: block; }
  figure { padding: .5rem; }
  .stacks, .stacks tbody, .stacks tr, .stacks th, .stacks td, .stacks caption { display: block; }
  .stacks thead { position: absolute; left: -999em; }
  .stacks tr { border: 1px solid #dcd8ce; margin-bottom: .75rem; }
  .stacks th, .stacks td { border: 0; }
  .stacks td::before { content: attr(data-head); display: block; font-size: .85rem;
    font-weight: 600; color: #4f5e66; }
  .figures, .figures tbody, .figures tr, .figures th, .figures caption, .measures,
  .measures tbody, .measures tr, .measures th, .measures caption { display: block; }
  .figures thead, .measures thead { position: absolute; left: -999em; }
  .figures tr, .measures tr { border: 1px solid #dcd8ce; margin-bottom: .75rem; }
  .figures th, .figures td, .measures th, .measures td { border: 0; }
  .figures td:last-child:not(.number) { min-width: 0; }
  .figures td, .measures td { display: flex; justify-content: space-between; gap: 1rem;
    padding: .15rem .6rem; text-align: right; }
  .figures td::before, .measures td::before { content: attr(data-head); text-align: left;
    flex: none; max-width: 55%; color: #4f5e66; }
}
@media print {
  @page { margin: 16mm 15mm; }
  html { background: #fff; font-size: 12pt; line-height: 1.4; } .skip, nav { display: none; }
  header, main, footer { max-width: none; padding: 0; } p, li { max-width: none; }
  caption, table { background: none; }
  h2 { margin-top: 1.5rem; } [id^="action-"], #plan, #priorities, #methods { break-before: page; }
  [aria-labelledby^="action-"] details { display: none; }
  h2, h3, h4, caption, summary, h3 + .soft, .rated p { break-after: avoid; }
  figure, tr, .mark, .headline { break-inside: avoid; } p { orphans: 3; widows: 3; }
  figure { max-width: 150mm; padding: 2mm; border: 0; margin: .5rem 0; }
  .rated p { margin: .25rem 0; } h4 ~ figure { max-width: 115mm; } h4 ~ .wide { margin: .5rem 0; }
  thead { display: table-header-group; }
  thead th { overflow-wrap: anywhere; }
  thead th { background: none; color: #1b2a33; border-bottom: 1.5pt solid #1b2a33; }
  .wide { overflow: visible; break-inside: avoid; } .wide:has(.stacks) { break-inside: auto; }
  table { font-size: 10pt; } th, td { padding: 1.5pt 3pt; }
  th, td { min-width: 6.5em; } .measures { font-size: 8pt; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { list-style: none; color: inherit; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; }
}
""".strip()
