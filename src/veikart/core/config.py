"""The project's configuration, as read from pipeline.toml."""

from pydantic import BaseModel, ConfigDict, Field


class Section(BaseModel):
    """A table of pipeline.toml: unknown keys are errors, values cannot change after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ProjectSection(Section):
    """Who the project is for."""

    name: str = ""
    language: str = Field("nb", pattern="^(nb|en)$", description="language of messages and reports")


class DocumentOverride(Section):
    """What the project knows better than a document; the key is its path below raw/, wildcards allowed."""

    title: str | None = None
    issuer: str | None = None
    edition: str | None = None
    date: str | None = None
    language: str | None = None
    sensitivity: str | None = None
    series: str | None = None
    skip: bool = False
    pages: str | None = Field(None, description="pages to read, such as 3-8,12")


class ExtractSection(Section):
    """Limits and habits of reading."""

    workers: int = Field(0, ge=0, le=64, description="worker processes, 0 for one a core")
    timeout_seconds: float = Field(60.0, gt=0)
    memory_mb: int = Field(1536, ge=128)
    unpacked_mb: int = Field(512, ge=1)
    max_pages: int = Field(5000, ge=1)
    ocr: bool = True
    recognisers: list[str] = Field(default_factory=list, description="those to leave out, by name")
    plugins: bool = Field(False, description="use recognisers that other packages register")


class ReconcileSection(Section):
    """How much evidence is enough, and which value survives."""

    same: float = Field(3.0, description="weight in bits from which two records are the same measure")
    review: float = Field(-2.0, description="weight in bits from which people are asked")
    prefer: list[str] = Field(
        default_factory=lambda: ["national", "newer", "measured", "confidence"],
        description="survivorship: which source's value represents a measure, first rule first",
    )


class ExportSection(Section):
    """What is written to exports/."""

    csv_excel: bool = Field(False, description="also write the Norwegian-Excel CSV profile")
    parquet: bool = Field(False, description="also write the tables as Parquet; needs pyarrow")
    max_sensitivity: str = Field("", description="refuse to export above this label")
    max_lost_share: float = Field(0.5, ge=0, le=1, description="share that may be gone since the last export")


class Config(Section):
    """All of pipeline.toml."""

    project: ProjectSection = ProjectSection()
    documents: dict[str, DocumentOverride] = Field(default_factory=dict)
    extract: ExtractSection = ExtractSection()
    reconcile: ReconcileSection = ReconcileSection()
    export: ExportSection = ExportSection()
    vocabulary: dict[str, object] = Field(default_factory=dict, description="additions to the packaged vocabulary")
