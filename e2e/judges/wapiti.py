"""wapiti as it is, but for the end of an attack: it leaves between two pages once PORTULAN_ATTACK_SECONDS are over.

Its own --max-attack-time cancels wherever it is, at times in the middle of a write, and then finds its database locked.
"""

import contextlib
import os
import sys
import time

from wapitiCore.controller.wapiti import Wapiti
from wapitiCore.main.wapiti import wapiti_asyncio_wrapper

SECONDS = float(os.environ["PORTULAN_ATTACK_SECONDS"])

all_pages = Wapiti.load_resources_for_module


async def pages_in_time(self, module):
    end = time.monotonic() + SECONDS
    async with contextlib.aclosing(all_pages(self, module)) as pages:
        async for page in pages:
            if time.monotonic() > end:
                return
            yield page


Wapiti.load_resources_for_module = pages_in_time
sys.exit(wapiti_asyncio_wrapper())
