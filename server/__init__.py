"""How the ASGI application behaves: turns of pages, warming up, frames, scripts, health."""
