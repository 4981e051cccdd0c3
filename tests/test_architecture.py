"""Who may import whom: the contracts of pyproject.toml, and what they cannot say."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
OURS = ("assets", "models", "monitor", "training")


def test_the_contracts_are_kept(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_no_files_import_each_other_in_a_circle():
    """The contract holds circles of rooms, where no room is left out; a circle of files is wrong anywhere."""
    graph = grimp.build_graph(*OURS, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # names the circle if there is one


def test_the_command_line_imports_qt_only_for_the_window():
    code = "import sys; import monitor.__main__, monitor.headless; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.stdout.strip() == "False", done.stderr


def test_the_window_opens_without_the_heavy_libraries():
    """They take as long as all the rest together: traces move first."""
    heavy = ("torch", "scipy", "wfdb", "pandas", "pyqtgraph", "matplotlib", "pooch", "requests", "pylsl")
    code = f"import sys; import monitor.ui.shell.app; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.stdout.strip() == "[]", done.stderr


def test_no_mode_of_torch_stays_on_while_a_generator_waits():
    """The mode is the thread's: whoever takes the next piece later would do all else in it."""
    files = sorted(file for ours in OURS for file in (ROOT / ours).rglob("*.py"))
    blocks = [
        (file, block)
        for file in files
        for block in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(block, ast.With)
        and any(ast.unparse(item.context_expr).startswith("torch.") for item in block.items)
    ]
    assert len(blocks) > 20
    waiting = [
        f"{file.relative_to(ROOT)}:{block.lineno}"
        for file, block in blocks
        if any(isinstance(inner, ast.Yield | ast.YieldFrom) for inner in ast.walk(block))
    ]
    assert waiting == []


def test_no_file_of_the_application_imports_torch_before_it_is_needed():
    """Traces move before torch has loaded; only type checkers may read it at a file's top."""
    files = sorted((ROOT / "monitor").rglob("*.py"))
    assert len(files) > 100
    early = [
        str(file.relative_to(ROOT))
        for file in files
        for line in ast.parse(file.read_text(encoding="utf-8")).body
        if (isinstance(line, ast.Import) and any(name.name.split(".")[0] == "torch" for name in line.names))
        or (isinstance(line, ast.ImportFrom) and (line.module or "").split(".")[0] == "torch")
    ]
    assert early == []
