import sys
from pathlib import Path
from playwright.sync_api import sync_playwright
out=Path(sys.argv[1]); out.mkdir(exist_ok=True,parents=True)
build=Path("docs/_build").resolve()
specs=sys.argv[2:]
with sync_playwright() as p:
    b=p.chromium.launch(executable_path="/usr/bin/chromium",args=["--no-sandbox","--disable-gpu"])
    for s in specs:
        name,width,scheme,*h=s.split(":")
        c=b.new_context(viewport={"width":int(width),"height":int(h[0]) if h else 900},color_scheme=scheme)
        pg=c.new_page(); pg.goto((build/f"{name}.html").as_uri())
        pg.screenshot(path=str(out/f"{name.replace('/','_')}-{width}-{scheme}.png"))
        c.close()
    b.close()
