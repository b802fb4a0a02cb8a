// SPDX-License-Identifier: Apache-2.0

/// The one style sheet of a report: light, dark and paper.
enum ReportStyle {
  static let sheet: StaticString = """
    :root {
      color-scheme: light dark;
      --paper: #fff; --ink: #17212b; --muted: #4c5a66; --rule: #c6d0d6; --wash: #f2f5f6;
      --accent: #0b5870; --soft: #cfe1e7; --alarm: #a5221b; --alarm-soft: #f8e1de;
      --ochre: #8a5a00; --plum: #73407e; --moss: #33692f;
      --land: #e7ebe6; --land-used: #d3ddd3; --sea: #f4f8fa; --way: #54707d;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", P052,
        "URW Palladio L", "Source Serif 4", Georgia, "Liberation Serif", serif;
      --sans: "Segoe UI", "Source Sans 3", "Helvetica Neue", Roboto, "Noto Sans",
        "Liberation Sans", Arial, sans-serif;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --paper: #10171c; --ink: #e5eaed; --muted: #a8b5be; --rule: #38464f; --wash: #18222a;
        --accent: #7cc9dc; --soft: #22434f; --alarm: #ff968a; --alarm-soft: #46221f;
        --ochre: #e3b55c; --plum: #cfa0da; --moss: #93c98e;
        --land: #222e33; --land-used: #2f3f41; --sea: #131c22; --way: #86a2ae;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-behavior: smooth; }
    body { margin: 0; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 var(--sans); font-variant-numeric: lining-nums; overflow-wrap: anywhere; }
    header, nav, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 1.25rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; }
    .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }

    header { padding-top: 2.5rem; }
    .kicker { margin: 0; color: var(--accent); font-size: .85rem; font-weight: 600;
      letter-spacing: .04em; }
    h1 { font: 600 2.3rem/1.14 var(--serif); margin: .3rem 0 1.1rem; max-width: 40ch;
      letter-spacing: -.01em; text-wrap: balance; }
    h2 { font: 600 1.7rem/1.2 var(--serif); margin: 3.2rem 0 1rem; padding-top: .7rem;
      border-top: 3px solid var(--ink); }
    h2 .number { color: var(--accent); margin-right: .35em; }
    h3 { font: 600 1.2rem/1.3 var(--serif); margin: 2rem 0 .6rem; }
    h4 { font: 600 1rem/1.35 var(--sans); margin: 1.2rem 0 .3rem; }
    p { margin: 0 0 .8rem; max-width: 72ch; }
    ul, ol { max-width: 72ch; padding-left: 1.3rem; }
    li { margin: .25rem 0; }
    .lead { font: 1.22rem/1.55 var(--serif); max-width: 68ch; margin-bottom: 1.4rem; }
    .note, .meta { color: var(--muted); font-size: .9rem; }
    .alarm { color: var(--alarm); }
    .key { display: block; color: var(--muted); font-size: .76rem; line-height: 1.3; }
    .paper { display: none; }

    .asked { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; margin: 0; padding: .6rem 0;
      border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule); font-size: .9rem; }
    .asked dt { display: inline; color: var(--muted); }
    .asked dt::after { content: ": "; }
    .asked div { min-width: 0; }
    .asked dd { display: inline; margin: 0; }
    nav ol { display: flex; flex-wrap: wrap; gap: .1rem 1.7rem; max-width: none; padding: 0;
      list-style: none; counter-reset: part; font-size: .95rem; margin: .8rem 0 0; }
    nav li { counter-increment: part; margin: .1rem 0; }
    nav li::before { content: counter(part); margin-right: .5em; color: var(--muted); }
    nav a { text-decoration: none; }
    nav a:hover { text-decoration: underline; }

    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.7rem, 1fr));
      gap: 1px; margin: 0; padding: 1px; }
    .figures div { box-shadow: 0 0 0 1px var(--rule); padding: .8rem .9rem; display: flex;
      flex-direction: column-reverse; justify-content: flex-end; }
    .figures dt { color: var(--muted); font-size: .85rem; line-height: 1.35; }
    .figures dd { margin: 0 0 .15rem; font: 600 1.45rem/1.2 var(--serif); }

    .scroll, .drawing { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .88rem; line-height: 1.4;
      font-variant-numeric: lining-nums tabular-nums; margin: .4rem 0 .8rem; }
    caption { text-align: left; color: var(--muted); padding: 0 0 .35rem; }
    th, td { text-align: left; vertical-align: top; padding: .38rem .9rem .38rem 0;
      border-bottom: 1px solid var(--rule); }
    th { font-weight: 400; }
    thead th { font-weight: 600; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
    td, thead th { overflow-wrap: normal; }
    tbody th { min-width: 9rem; }
    .number { text-align: right; }
    td.number { white-space: nowrap; }
    th.number, td.number { padding-left: .6rem; }
    .kind { white-space: nowrap; }
    .kind.unstated { color: var(--alarm); }

    figure { margin: 1.2rem 0 1.6rem; }
    figcaption { font-weight: 600; margin-bottom: .5rem; }
    figure svg { display: block; max-width: 100%; height: auto; }
    .drawing svg { min-width: 44rem; width: 100%; }
    .signs { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; padding: 0;
      margin: .6rem 0; max-width: none; font-size: .85rem; color: var(--muted); }
    .signs li { display: flex; align-items: center; gap: .5rem; margin: 0; }
    .signs svg { flex: none; }
    details { margin: .3rem 0 .8rem; }
    summary { cursor: pointer; color: var(--accent); font-size: .9rem; }

    .reasons { list-style: none; padding: 0; max-width: none; border-top: 1px solid var(--rule); }
    .reasons > li { display: grid; grid-template-columns: 5.2rem 1fr; gap: 0 1.2rem; margin: 0;
      padding: .9rem 0 .6rem; border-bottom: 1px solid var(--rule); }
    .measure { text-align: right; line-height: 1.1; }
    .days { display: block; font: 600 1.7rem/1.1 var(--serif); }
    .critical > .measure .days { color: var(--alarm); }
    .unit { color: var(--muted); font-size: .82rem; }
    .reason { min-width: 0; }
    .reason h4 { margin: .1rem 0 .3rem; }
    .reason h4 .key { font-weight: 400; }
    .reason p { margin-bottom: .35rem; max-width: 80ch; }
    .rank { color: var(--muted); font-weight: 400; }
    .urgent { margin: .2rem 0 .6rem; }
    .urgent li::marker { font: 600 1rem var(--serif); color: var(--accent); }
    .steps { padding-left: 1.6rem; }
    .steps > li { margin: 0 0 1rem; padding-left: .3rem; }
    .steps > li::marker { font: 600 1.1rem var(--serif); color: var(--accent); }
    .steps p { margin: .1rem 0 .2rem; }
    .steps ul { margin: .2rem 0; font-size: .93rem; }
    .questions .key { display: inline; }
    .answer { display: block; color: var(--muted); }
    .terms { max-width: 72ch; }
    .terms dt { font-weight: 600; margin-top: .6rem; }
    .terms dd { margin: 0; }
    footer { margin-top: 3rem; padding-top: 1rem; padding-bottom: 2rem; color: var(--muted);
      font-size: .85rem; }

    svg text { font-family: var(--sans); font-size: 13px; fill: var(--ink); }
    svg text.small { font-size: 11px; fill: var(--muted); }
    svg text.rank { fill: var(--muted); }
    svg text.value, svg text.strong { font-weight: 600; }
    svg text.heading { font-size: 12px; font-weight: 600; fill: var(--accent); }
    svg text.label { font-size: 12.5px; }
    svg text.alarm { fill: var(--alarm); font-weight: 600; }
    svg text.count { font-size: 11px; font-weight: 600; fill: var(--paper); }
    svg text.place { font-size: 11.5px; }
    svg text.passage-name { font-size: 11px; font-style: italic; fill: var(--muted); }
    svg text.place, svg text.passage-name { paint-order: stroke; stroke: var(--sea);
      stroke-width: 3px; stroke-linejoin: round; }
    .grid { stroke: var(--rule); stroke-width: 1; }
    .bar { fill: var(--accent); }
    .bar[fill] { fill: url(#picture-ranking-critical); stroke: var(--alarm); stroke-width: 1; }
    .bar.open { fill: var(--soft); }
    .phased { fill: var(--ink); }
    .recovery { fill: var(--paper); stroke: var(--ink); stroke-width: 1.4; }
    .warning { fill: var(--alarm); }
    .ground-critical { fill: var(--alarm-soft); }
    .hatch-critical { stroke: var(--alarm); stroke-width: 1.8; }
    .ground-estimate, .ground-assumption { fill: var(--paper); }
    .hatch-estimate { stroke: var(--accent); stroke-width: 2; }
    .dot { fill: var(--accent); }
    .kind-fact { fill: var(--accent); }
    .kind-estimate, .kind-assumption { stroke: var(--accent); stroke-width: 1; }
    .kind-unstated { fill: none; stroke: var(--alarm); stroke-width: 1.2; stroke-dasharray: 3 2; }
    .people { fill: var(--accent); fill-opacity: .5; stroke: var(--accent); stroke-width: 1; }
    .built { fill: var(--paper); stroke: var(--ochre); stroke-width: 2.4; }
    .zero { stroke: var(--muted); stroke-width: 1; }
    .missing, .fallen { stroke: var(--alarm); stroke-width: 1; }
    .asked-line { fill: none; stroke: var(--ink); stroke-width: 1.8; }
    .owed-line { fill: none; stroke: var(--alarm); stroke-width: 1.8; stroke-dasharray: 5 3; }
    .building { fill: none; stroke: var(--ink); stroke-width: 1.1; stroke-dasharray: 3 2; }
    .kind-line { fill: var(--accent); stroke: var(--accent); stroke-width: 1; }
    .kind-conversion { stroke: var(--ochre); stroke-width: 1; }
    .kind-supplier { stroke: var(--plum); stroke-width: 1; }
    .kind-link { stroke: var(--moss); stroke-width: 1; }
    .ground-conversion, .ground-supplier, .ground-link { fill: var(--paper); }
    .hatch-conversion { stroke: var(--ochre); stroke-width: 2.4; }
    .dot-supplier { fill: var(--plum); }
    .stripe-link { stroke: var(--moss); stroke-width: 2; }
    .heat-0, .heat-1, .heat-2, .heat-3, .heat-4 { fill: var(--accent); }
    .heat-0 { fill-opacity: .07; }
    .heat-1 { fill-opacity: .24; }
    .heat-2 { fill-opacity: .42; }
    .heat-3 { fill-opacity: .62; }
    .heat-4 { fill-opacity: .85; }
    .heat-5 { stroke: var(--alarm); stroke-width: .8; }
    .box { fill: var(--paper); stroke: var(--muted); stroke-width: 1; }
    .box.group { fill: var(--wash); stroke-dasharray: 4 2; }
    .box.critical { stroke: var(--alarm); stroke-width: 1.8; }
    .flow { fill: none; stroke: var(--way); stroke-opacity: .38; }
    .flow.critical { stroke: var(--alarm); stroke-opacity: .6; }
    .sea { fill: var(--sea); }
    .land { fill: var(--land); stroke: var(--paper); stroke-width: .8; }
    .land.used { fill: var(--land-used); }
    .frame { fill: none; stroke: var(--rule); }
    .way { fill: none; stroke: var(--way); stroke-opacity: .7; stroke-linecap: butt; }
    .way.sea { fill: none; stroke: var(--accent); stroke-dasharray: 7 4; }
    .way.air { stroke: var(--ink); stroke-dasharray: 1.5 4; }
    .passage { fill: var(--paper); stroke: var(--accent); stroke-width: 1.6; }
    .spot { fill: var(--accent); stroke: var(--paper); stroke-width: 1.2; }
    .spot.critical { fill: var(--alarm); }
    .spot.mixed { stroke: var(--alarm); stroke-width: 2.4; }

    @media (max-width: 40rem) {
      h1 { font-size: 1.9rem; }
      h2 { font-size: 1.4rem; margin-top: 2.4rem; }
      .lead { font-size: 1.1rem; }
      .figures { grid-template-columns: 1fr 1fr; }
      .figures dd { font-size: 1.2rem; }
      .reasons > li { grid-template-columns: 3.6rem 1fr; gap: 0 .8rem; }
      .days { font-size: 1.35rem; }
      .scroll table { min-width: 34rem; }
      .reason .scroll table { min-width: 38rem; }
    }

    @page {
      size: A4; margin: 17mm 16mm 19mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }
    }
    @media print {
      html { font-size: 9.5pt; }
      header, nav, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
      header { padding-top: 0; }
      a { color: inherit; text-decoration: none; }
      .skip, .screen { display: none; }
      .paper { display: block; }
      h2 { margin-top: 1.6rem; }
      h2, h3, h4, caption, figcaption { break-after: avoid; }
      #chain, #critical, #course { break-before: page; }
      p, li { orphans: 3; widows: 3; }
      thead, caption { break-inside: avoid; break-after: avoid; }
      tbody tr:first-child { break-before: avoid; }
      tbody th { min-width: 13rem; }
      .reason tbody th { min-width: 0; }
      figure summary, .reason caption { display: none; }
      tr, .figures, .measure, .steps > li, .signs { break-inside: avoid; }
      thead { display: table-header-group; }
      .scroll, .drawing { overflow: visible; }
      .drawing svg { min-width: 0; max-height: 215mm; }
      .drawing, .reason h4, .reason p { break-inside: avoid; }
      .reasons > li { display: block; padding-left: 22mm; position: relative; }
      .reasons .measure { position: absolute; left: 0; width: 18mm; }
      table { font-size: 8.3pt; }
      th, td { padding-top: .22rem; padding-bottom: .22rem; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      summary { color: var(--muted); list-style: none; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
