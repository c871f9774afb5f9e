// Only what the element's own sheet leaves open: buttons, colours and focus come from there. One rule a line, because this file
// is not minified.
const text = `
[part=viewer]{container-type:inline-size}
[part=viewer] :is(ul,ol){padding:0;list-style:none}
[part=layout]{display:grid;gap:calc(var(--_space)*1.5)}
[part=layout]>*{min-width:0}
[part=title]{margin-bottom:.4em;font-size:1.15em;font-weight:600}
[part=facts]{display:grid;grid-template-columns:repeat(auto-fit,minmax(7em,1fr));gap:var(--_gap);padding-block:var(--_gap);border-block:1px solid var(--_border)}
[part=fact-value]{font-size:1.15em;font-weight:600}
:is([part=fact-name],[part=note],[part=readout],[part=current-place],[part=id],[part=percentage],[part=run-name]){color:var(--_muted);font-size:.875em}
:is([part=quantity],[part=percentage]){text-align:end;font-variant-numeric:tabular-nums}
[part=canvas]{display:block;width:100%;max-height:min(75vh,44em);direction:ltr;color:var(--_muted);background:var(--_surface);caret-color:var(--_accent);transition:1ms}
[part=picture]{display:block;max-height:none;margin:auto}
:is([part=zoom],[part=pager],[part=run],[part=current-head],[part=place]){display:flex;align-items:center;gap:8px}
:is([part=zoom],[part=place]){flex-wrap:wrap}
:is([part=zoom],[part=pager]){margin-block:var(--_gap)}
:is([part=zoom],[part=pager]) button{flex:none;padding:0 14px}
[part=readout]{flex:1 1 12em}
[part=slider]{flex:1;min-width:0}
[part=materials]{overflow:auto;max-height:min(75vh,44em);border-top:1px solid var(--_border)}
[part=material-button]{display:grid;grid-template-columns:auto 1fr auto 3.2em;align-items:center;gap:var(--_gap);width:100%;min-height:44px;padding:4px 12px;border:solid var(--_border);border-width:0 0 1px;border-radius:0;font-weight:400;text-align:start}
[part=material-button]:focus-visible{outline-offset:-3px}
[part=viewer] :is([aria-pressed=true],[aria-current]){padding-inline-start:9px;border-inline-start:3px solid var(--_accent);background:color-mix(in srgb,var(--_accent) 12%,transparent)}
[part=swatch]{flex:none;width:24px;height:24px;border-radius:50%;box-shadow:inset 0 0 0 1px #80766c73;forced-color-adjust:none}
:is([part=name],[part=step],[part=where]){overflow-wrap:anywhere}
[part=id]{margin-inline-start:.5em;white-space:nowrap}
:is([part=current],[part=guide]){border:1px solid var(--_border);border-radius:var(--_round)}
[part=current]{padding:var(--_space)}
[part=current-head]{justify-content:space-between}
[part=current-label]{font-size:1.35em}
:is([part=current-label],[part=step-label],[part=count]){font-weight:600}
[part=runs]{display:flex;flex-wrap:wrap;gap:6px var(--_space);margin-top:8px}
[part=run] [part=swatch]{width:18px;height:18px}
[part=guide]{position:relative;margin-top:var(--_gap)}
[part=step]{padding:8px 12px;font-size:.875em;cursor:pointer}
[part=step]+[part=step]{border-top:1px solid var(--_border)}
[part=step]:nth-child(n+200){content-visibility:auto;contain-intrinsic-size:auto 3em}
[part=summary-title]{padding-block:var(--_gap);cursor:pointer}
[part=place]{padding-block:8px;border-top:1px solid var(--_border);font-size:.875em;content-visibility:auto;contain-intrinsic-size:auto 4em}
@container (min-width:640px){[part=layout]{grid-template-columns:5fr minmax(240px,3fr)}:is([part=facts],[part=work]){grid-column:1/-1}}
`;

/** A constructed sheet, because a strict content security policy allows no other style beside the page's own files. */
export function sheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}
