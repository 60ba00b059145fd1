"""The translator: engine, glossary and checks tied together, sentence in, translation out."""

from collections.abc import Iterator, Sequence

from corpus.translation import Translation
from glossary.glossary import Glossary
from glossary.matcher import Match
from translator import terms
from translator.batching import batches
from translator.checks import failed_checks
from translator.engine import Engine, Hypothesis
from translator.normalize import normalize
from translator.pieces import pieces
from translator.recipe import recipe

# Padded source tokens in a batch: enough to keep a few cores busy, little enough that results
# keep coming and a stopped run loses seconds.
BATCH_TOKENS = 2048


class Translator:
    """Translates sentences with an engine and honours the terms of a glossary."""

    def __init__(self, engine: Engine, glossary: Glossary) -> None:
        """Tie engine and glossary together; nothing is loaded yet."""
        self.engine = engine
        self.glossary = glossary
        self.recipe = recipe(engine, glossary)

    def translate(self, sentences: Sequence[str]) -> list[Translation]:
        """The translations of the sentences, in their order."""
        found = {text: done for batch in self.stream(sentences) for text, done in batch.items()}
        return [found[sentence] for sentence in sentences]

    def stream(self, sentences: Sequence[str]) -> Iterator[dict[str, Translation]]:
        """The translations by sentence, a batch at a time, short sentences first."""
        unique = [sentence for sentence in dict.fromkeys(sentences) if _has_words(sentence)]
        wordless = {text: Translation(text, 0.0, self.recipe) for text in {*sentences} - {*unique}}
        if wordless:
            yield wordless
        lengths = self.engine.lengths([normalize(sentence) for sentence in unique])
        for batch in batches(lengths, BATCH_TOKENS):
            chosen = [unique[index] for index in batch]
            yield dict(zip(chosen, self._batch(chosen), strict=True))

    def _batch(self, sentences: Sequence[str]) -> list[Translation]:
        matches = [self.glossary.find(sentence) for sentence in sentences]
        candidates = self._hypotheses(sentences)
        drafts = [self._best(*parts) for parts in zip(sentences, matches, candidates, strict=True)]
        lacking = [index for index, draft in enumerate(drafts) if terms.missing(draft.terms)]
        if lacking:
            sources = [terms.inline(sentences[index], drafts[index].terms) for index in lacking]
            for index, found in zip(lacking, self._hypotheses(sources), strict=True):
                second = self._best(sentences[index], matches[index], found)
                drafts[index] = _better(second, drafts[index])
        return drafts

    def _hypotheses(self, sentences: Sequence[str]) -> list[tuple[Hypothesis, ...]]:
        """The n best of each sentence; of one that had to be cut, the joined best of its pieces."""
        limit, lengths = self.engine.token_limit, self.engine.lengths
        cut = [pieces(normalize(sentence), limit, lengths) for sentence in sentences]
        done = iter(self.engine.translate([piece for parts in cut for piece in parts]))
        return [_joined([next(done) for _ in parts]) for parts in cut]

    def _best(
        self, sentence: str, matches: Sequence[Match], candidates: Sequence[Hypothesis]
    ) -> Translation:
        """The candidate with the most terms and fewest alarms, then the model's favourite."""
        rated = [
            Translation(
                candidate.text,
                candidate.score,
                self.recipe,
                terms.uses(matches, candidate.text),
                failed_checks(sentence, candidate.text),
            )
            for candidate in candidates
        ]
        return min(rated, key=lambda each: (terms.missing(each.terms), len(each.checks)))


def _has_words(sentence: str) -> bool:
    """Whether there is anything to translate; "* * *" is its own translation."""
    return any(letter.isalnum() for letter in sentence)


def _joined(parts: Sequence[tuple[Hypothesis, ...]]) -> tuple[Hypothesis, ...]:
    if len(parts) == 1:
        return parts[0]
    best = [part[0] for part in parts]
    score = sum(hypothesis.score for hypothesis in best) / len(best)
    return (Hypothesis(" ".join(hypothesis.text for hypothesis in best), score),)


def _better(second: Translation, first: Translation) -> Translation:
    """The second try where it has more of the terms and is no worse otherwise."""
    gained = terms.missing(second.terms) < terms.missing(first.terms)
    if gained and len(second.checks) <= len(first.checks):
        found = terms.mark_inline(second.terms, first.terms)
        return Translation(second.text, second.score, second.recipe, found, second.checks)
    return first
