"""What the work of the digit lab tells."""

from __future__ import annotations

from models.contract.messages.message import Message


class Losses(Message, frozen=True, tag="losses"):
    """How a VAE learns while somebody watches.

    Attributes
    ----------
    epoch, step, steps : int
        Epoch and batch within it, both from 1, and how many batches there are.
    at, reconstruction, kl : tuple of float
        Epochs gone (fractional) and losses per image, of the batches since the last telling.
    epoch_losses : tuple of float
        Mean loss of each complete epoch.
    asleep : tuple of int
        Dimensions of the code that carry nothing.
    collapsed : bool
        Whether the posterior has collapsed.
    """

    epoch: int
    step: int
    steps: int
    at: tuple[float, ...]
    reconstruction: tuple[float, ...]
    kl: tuple[float, ...]
    epoch_losses: tuple[float, ...]
    asleep: tuple[int, ...]
    collapsed: bool

    def __post_init__(self) -> None:
        if not len(self.at) == len(self.reconstruction) == len(self.kl):
            raise ValueError("the losses are not as many as the batches")


class Clouds(Message, frozen=True, tag="clouds"):
    """Where some digits lie on a map of two numbers, as clouds.

    Attributes
    ----------
    reach : float
        How far the map reaches from the origin, on either axis.
    means, stds : bytes
        Float32, little-endian, of shape (n, 2).
    digits : bytes
        What each is, a byte each.
    """

    reach: float
    means: bytes
    stds: bytes
    digits: bytes

    def __post_init__(self) -> None:
        if not len(self.means) == len(self.stds) == 8 * len(self.digits):
            raise ValueError("the clouds are not as many as the digits")
        if not 0 < self.reach < float("inf"):
            raise ValueError("the map's reach is not positive and finite")


class Kept(Message, frozen=True, tag="kept"):
    """The net as it is now is kept under a name; beta as it was, and epochs gone (fractional)."""

    name: str
    beta: float
    epochs: float


class Picture(Message, frozen=True, tag="picture"):
    """A picture of `height` rows and `width` columns, a byte of ink a pixel (base64 in the line)."""

    height: int
    width: int
    ink: bytes

    def __post_init__(self) -> None:
        if self.height < 1 or self.width < 1 or self.height * self.width != len(self.ink):
            raise ValueError("the picture has not as many pixels as its height and width say")


class Share(Message, frozen=True, tag="share"):
    """So much of the work is done, 0 to 1, and what is done now."""

    share: float
    doing: str


class FewLabels(Message, frozen=True, tag="few labels"):
    """Test accuracy, 0 to 1, of a classifier by the number of labelled digits: means and deviations."""

    labels: tuple[int, ...]
    runs: int
    scratch: tuple[float, ...]
    scratch_std: tuple[float, ...]
    pretrained: tuple[float, ...]
    pretrained_std: tuple[float, ...]
    augmented: tuple[float, ...]
    augmented_std: tuple[float, ...]


class ClusteringRow(Message, frozen=True, tag="clustering"):
    """Adjusted Rand index of ten clusters in a space of `size` numbers."""

    space: str
    size: int
    ari: float


class ReductionRow(Message, frozen=True, tag="reduction"):
    """Mean squared error and agreement of neighbours, a model's and PCA's with as many numbers."""

    model: str
    size: int
    mse: float
    neighbours: float
    pca_mse: float
    pca_neighbours: float


class Series(Message, frozen=True, tag="series"):
    """A curve as it is now, by its name: it takes the place of what was told of it before."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]

    def __post_init__(self) -> None:
        if len(self.x) != len(self.y):
            raise ValueError("the curve has not as many heights as places")


class RaceLane(Message, frozen=True, tag="racelane"):
    """What a sampler has drawn so far: how many, their score, and the latest ones.

    Attributes
    ----------
    n : int
        Pictures of each start.
    frechet, confidence, entropy : float
        Mean of all starts.
    spread : tuple of three floats, or None
        Standard deviation of the three figures over the starts; None where there is one start only.
    """

    model: str
    steps: int
    sampler: str
    n: int
    frechet: float
    confidence: float
    entropy: float
    latest: Picture
    spread: tuple[float, float, float] | None = None
