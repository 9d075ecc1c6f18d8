"""How a profile looks on screen, and on two pages of A4."""

from typing import Final

STYLE: Final = """<style>
.things{width:100%;border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums;line-height:1.3}
.things caption,.places caption{text-align:left;font-weight:600;padding:0 0 .3rem}
.things :is(th,td){border:0;text-align:right;padding:.2rem 0 .2rem .8rem;font-weight:400}
.things thead th{opacity:.72;font-size:.85em}
.things tbody :is(th,td){border-top:1px solid color-mix(in srgb,currentColor 14%,transparent)}
.things th:first-child{text-align:left;padding-left:0}
.things td:nth-child(2){font-weight:600}.things td{white-space:nowrap}.things small{opacity:.72;font-size:.85em}
.places{margin:.2rem 0;line-height:1.55;font-size:.92rem}.places b{font-weight:600}
.places a{color:inherit!important;text-underline-offset:.15em}
@media print{
@page{size:A4;margin:11mm 12mm}
:root,body{zoom:1!important;font-size:12px!important}
[data-testid="stHeader"],[data-testid="stSidebar"],[data-testid="stToolbar"],[data-testid="stElementToolbar"],
[data-testid="stSelectbox"],[data-testid="stButton"],[data-testid="stPopover"],[data-testid="stButtonGroup"],[data-testid="stDownloadButton"],
[data-testid="stStatusWidget"],[data-testid="stToastContainer"],[data-testid="stDecoration"],
.picture menu,[class*="st-key-download"]{display:none!important}
html,body,#root,[data-testid="stApp"],[data-testid="stAppViewContainer"],[data-testid="stMain"],
[data-testid="stAppScrollToBottomContainer"]{position:static!important;overflow:visible!important;
height:auto!important;min-height:0!important;background:#fff!important;color:#000!important}
[data-testid="stApp"] *{color:#000!important}
[data-testid="stMainBlockContainer"]{padding:0!important;max-width:none!important}
[data-testid="stVerticalBlock"]{gap:.3rem!important}
h1{font-size:1.5rem!important}h3{font-size:1rem!important;padding:.2rem 0!important}
.lead{font-size:1rem;max-width:none}.small{font-size:.68rem;max-width:none;line-height:1.25;margin:.1rem 0}
.profile{font-size:.72rem;line-height:1.15}.profile :is(th,td){padding:.04rem 0 .04rem .6rem}
.profile .wide{display:table-cell!important}
.profile .then{display:none!important}.profile small{display:inline!important}
.profile tr.topic th{padding-top:.25rem}
.profile img{height:12px;width:80px;print-color-adjust:exact}
.profile tr,.things tr,.ages tr,.picture{break-inside:avoid}.profile tr.topic{break-after:avoid}
.profile.dense{font-size:.667rem;line-height:1}.profile.dense img{height:9px}
.profile.dense :is(th,td){padding-top:0;padding-bottom:0}.scroll{overflow:visible}
.profile thead{display:table-header-group}
.things,.ages,.places{font-size:.76rem}
[data-testid="stHorizontalBlock"]{flex-wrap:nowrap!important}
[data-testid="stColumn"]:last-child{padding-right:.7rem}
[data-testid="stColumn"]{min-width:0!important;flex:1 1 0!important;width:0!important}
.st-key-place{flex:none!important}
.st-key-place,.st-key-place :not(figure,figure *){height:auto!important;min-height:0!important}
.picture figure{zoom:.52}.picture .main-svg:first-child{background:#fff!important}
.picture .main-svg :is(text,tspan){fill:#000!important}
a{text-decoration:none!important}
}
</style>"""
