"""Every table of the joint metadata: importing this package makes `Base.metadata` whole."""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
