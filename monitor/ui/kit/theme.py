"""Colours and type: two themes, one scale. A colour means one thing everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from assets.icons import icon_path

SMALL, BODY, TITLE, LARGE, FIGURE = 11, 13, 15, 20, 78
"""The type scale in pixels; the last is the heart rate's alone."""


@dataclass(frozen=True)
class Theme:
    """Colours as ``#rrggbb`` or ``#aarrggbb``; dark or light by `name`, for whose eyes by `palette`."""

    name: str
    window: str
    panel: str
    raised: str
    border: str
    text: str
    dim: str
    paper: str
    grid_minor: str
    grid_major: str
    leads: tuple[str, ...]
    past: str
    forecast: str
    reconstruction: str
    template: str
    premature: str
    alert: str
    on_alert: str
    alert_shade: str
    urgent: str
    on_urgent: str
    urgent_shade: str
    provisional_shade: str
    premature_shade: str
    alert_idle: str
    technical: str
    technical_shade: str
    accent: str
    ectopic: str
    pressure: str
    pleth: str
    respiration: str
    other: str
    palette: str = "usual"

    def lead(self, i: int) -> str:
        """Colour of the trace of lead number `i`."""
        return self.leads[i % len(self.leads)]


DARK = Theme(
    name="dark",
    window="#0b0f12",
    panel="#14181f",
    raised="#1e242d",
    border="#2a323c",
    text="#e6eaee",
    dim="#8d98a3",
    paper="#0d1314",
    grid_minor="#142021",
    grid_major="#20302f",
    leads=("#45e07f", "#5ad3e6", "#d6e27a", "#9ec5ff"),
    past="#8c0b0f12",
    forecast="#ff7a6b",
    reconstruction="#b49bff",
    template="#3f8f66",
    premature="#6fa8ff",
    alert="#ffc94d",
    on_alert="#1a1405",
    alert_shade="#38ffc94d",
    urgent="#e0283f",
    on_urgent="#ffffff",
    urgent_shade="#3ce0283f",
    provisional_shade="#1cffc94d",
    premature_shade="#306fa8ff",
    alert_idle="#11161b",
    technical="#5ad3e6",
    technical_shade="#305ad3e6",
    accent="#45e07f",
    ectopic="#ff7a6b",
    pressure="#ff6b6b",
    pleth="#5ad3e6",
    respiration="#f4d35e",
    other="#b8a7e8",
)

LIGHT = Theme(
    name="light",
    window="#eef1f3",
    panel="#ffffff",
    raised="#e3e8ec",
    border="#c5cdd4",
    text="#1b232b",
    dim="#5a6671",
    paper="#fffafa",
    grid_minor="#f9e4e4",
    grid_major="#efc3c3",
    leads=("#0b5d34", "#0b4f8a", "#6b4a00", "#3b3f8f"),
    past="#90fffafa",
    forecast="#d0311e",
    reconstruction="#6d42d8",
    template="#7cc39c",
    premature="#1f5fc4",
    alert="#ffb81c",
    on_alert="#241a00",
    alert_shade="#50ffb81c",
    urgent="#c2102a",
    on_urgent="#ffffff",
    urgent_shade="#2cc2102a",
    provisional_shade="#28ffb81c",
    premature_shade="#301f5fc4",
    alert_idle="#e4e9ed",
    technical="#00768a",
    technical_shade="#3000768a",
    accent="#0b7a43",
    ectopic="#d0311e",
    pressure="#b3201f",
    pleth="#00688a",
    respiration="#7a5a00",
    other="#5a4a9c",
)

THEMES = {t.name: t for t in (DARK, LIGHT)}


def stylesheet(t: Theme) -> str:
    """Qt style sheet of a theme."""
    arrow = icon_path(f"arrow-{t.name}").as_posix()
    return f"""
    * {{ font-size: {BODY}px; color: {t.text}; outline: none; }}
    QMainWindow, QDialog, QWidget#page {{ background: {t.window}; }}
    QFrame#panel {{ background: {t.panel}; border-radius: 8px; }}
    QFrame#header, QFrame#status {{ background: {t.panel}; }}
    QFrame#message {{ background: {t.raised}; border: 1px solid {t.accent};
        border-left-width: 4px; }}
    QLabel {{ background: transparent; }}
    QLabel#title {{ font-size: {TITLE}px; font-weight: 600; }}
    QLabel#large {{ font-size: {LARGE}px; font-weight: 600; }}
    QLabel#dim, QLabel#small {{ color: {t.dim}; font-size: {SMALL}px; }}
    QLabel#note {{ color: {t.dim}; }}
    QPushButton, QComboBox {{
        background: {t.raised}; border: 1px solid {t.border}; border-radius: 6px;
        padding: 0 10px; min-height: 28px; }}
    QPushButton:hover, QComboBox:hover {{ border-color: {t.dim}; }}
    QPushButton:focus, QComboBox:focus, QLineEdit:focus {{ border-color: {t.accent}; }}
    QListView:focus, QTreeView:focus, QTableView:focus, QCheckBox:focus, QRadioButton:focus {{
        outline: 2px solid {t.text}; outline-offset: -2px; }}
    QPushButton:checked {{ border-color: {t.accent}; color: {t.accent}; }}
    QPushButton:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {t.dim};
        background: transparent; }}
    QPushButton#primary {{ background: {t.accent}; color: {t.window}; border-color: {t.accent};
        font-weight: 600; }}
    QPushButton#primary:disabled {{ background: {t.raised}; color: {t.dim}; border-color: {t.border}; }}
    QPushButton#record {{ color: {t.urgent}; }}
    QPushButton#record:checked {{ background: {t.urgent}; border-color: {t.urgent}; color: {t.on_urgent}; }}
    QPushButton#pill {{ border-radius: 14px; min-height: 26px; padding: 0 12px; background: transparent; }}
    QPushButton#pill:checked {{ background: {t.raised}; border-color: {t.accent}; color: {t.text}; }}
    QPushButton#digit {{ padding: 0; min-height: 0; border-radius: 5px; }}
    QPushButton#tab {{ background: transparent; border: none; border-radius: 0; color: {t.dim};
        min-height: 38px; padding: 3px 12px 0 12px; margin: 0; font-weight: 600;
        border-bottom: 3px solid transparent; }}
    QPushButton#tab:checked {{ color: {t.text}; border-bottom: 3px solid {t.accent}; }}
    /* A ring as wide as nothing else has, whatever colour the edge has already; the size stays. */
    QPushButton:focus, QPushButton#primary:focus, QPushButton#record:focus {{
        border: 2px solid {t.text}; padding: 0 9px; min-height: 26px; }}
    QPushButton#pill:focus {{ border: 2px solid {t.text}; padding: 0 11px; min-height: 24px; }}
    /* Whoever has just pressed one sees whether it is on, ring or not. */
    QPushButton#pill:checked:focus {{ color: {t.accent}; }}
    QPushButton#digit:focus {{ border: 2px solid {t.text}; padding: 0; min-height: 0; }}
    QPushButton#tab:focus {{ color: {t.text}; border: 2px solid {t.text}; border-bottom: 3px solid {t.text};
        padding: 1px 10px 0 10px; min-height: 38px; }}
    QPushButton#tab:checked:focus {{ border-bottom: 3px solid {t.accent}; }}
    /* In the lab the focus stands apart from what is pressed, which has a border in the accent's colour. */
    LabPage QComboBox:focus {{ border-color: {t.text}; }}
    LabPage QCheckBox:focus {{ text-decoration: underline; }}
    LabPage QFrame#panel:focus {{ border: 1px solid {t.text}; }}
    QComboBox::drop-down {{ border: none; width: 18px; }}
    QComboBox::down-arrow {{ image: url({arrow}); width: 10px; height: 10px; margin-right: 8px; }}
    QPushButton::menu-indicator {{ image: url({arrow}); width: 10px; height: 10px;
        subcontrol-position: right center; subcontrol-origin: padding; right: 8px; }}
    QPushButton#menu {{ padding-right: 24px; }}
    QPushButton#menu:focus {{ padding-right: 23px; }}
    QComboBox QAbstractItemView, QMenu {{ background: {t.panel}; border: 1px solid {t.border};
        selection-background-color: {t.raised}; selection-color: {t.text}; }}
    QMenu::item {{ padding: 5px 28px 5px 24px; }}
    QMenu::item:selected {{ background: {t.raised}; }}
    QMenu::item:disabled {{ color: {t.dim}; }}
    QMenu::separator {{ height: 1px; background: {t.border}; margin: 4px 8px; }}
    QLineEdit {{ background: {t.raised}; border: 1px solid {t.border}; border-radius: 6px;
        padding: 0 8px; min-height: 30px; selection-background-color: {t.accent};
        selection-color: {t.window}; }}
    QAbstractSpinBox, QPlainTextEdit {{ background: {t.raised}; border: 1px solid {t.border};
        border-radius: 6px; padding: 0 8px; min-height: 28px; selection-background-color: {t.accent};
        selection-color: {t.window}; }}
    QAbstractSpinBox {{ max-height: 28px; }}
    QAbstractSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; min-height: 0; }}
    QAbstractSpinBox:focus, QPlainTextEdit:focus {{ border-color: {t.accent}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
    QPlainTextEdit {{ padding: 4px 6px; font-size: {SMALL}px; }}
    QCheckBox, QRadioButton {{ background: transparent; spacing: 8px; min-height: 20px; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator,
    QTreeView::indicator {{ width: 12px; height: 12px;
        background: {t.raised}; border: 1px solid {t.dim}; }}
    QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 7px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked,
    QTreeView::indicator:checked {{
        background: {t.accent}; border-color: {t.accent}; }}
    QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled,
    QListView::indicator:checked:disabled {{ background: {t.dim}; border-color: {t.dim}; }}
    QListView:disabled {{ color: {t.dim}; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {t.accent}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {t.dim}; }}
    QListView, QTreeView, QTableView, QTextBrowser, QScrollArea {{ background: {t.panel}; border: none;
        alternate-background-color: {t.panel}; }}
    QListView:focus, QTreeView:focus, QTableView:focus, QTextBrowser:focus, QScrollArea:focus {{
        border: 1px solid {t.accent}; }}
    QScrollArea#strip, QScrollArea#strip > QWidget > QWidget {{ background: transparent; }}
    QTableView {{ gridline-color: {t.panel}; }}
    QTableView::item {{ padding: 3px 6px; }}
    QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
        background: {t.raised}; color: {t.text}; }}
    QListView::item:selected:disabled {{ color: {t.dim}; }}
    QHeaderView::section {{ background: {t.panel}; color: {t.dim}; border: none;
        border-bottom: 1px solid {t.border}; padding: 6px; font-size: {SMALL}px; }}
    QTableCornerButton::section {{ background: {t.panel}; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.border}; border-radius: 4px; min-height: 30px;
        margin: 1px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {t.border}; border-radius: 4px; min-width: 30px; }}
    QScrollBar::handle:horizontal:focus {{ background: {t.accent}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSlider::groove:horizontal {{ height: 4px; background: {t.border}; border: none; border-radius: 2px; }}
    QSlider::sub-page:horizontal, QSlider::add-page:horizontal {{
        background: {t.border}; border-radius: 2px; }}
    QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
        background: {t.alert}; }}
    QSlider {{ background: transparent; min-height: 22px; }}
    QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
    QProgressBar {{ background: {t.raised}; border: none; border-radius: 4px; min-height: 8px;
        max-height: 8px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.border}; padding: 4px; }}
    QSplitter::handle {{ background: {t.window}; }}
    """
