"""Which claims speak of which happening, and how they speak of it."""

from collections.abc import Mapping, Sequence

from warextract.claims.draft import ClaimDraft
from warextract.events.kinds import COMBAT
from warextract.events.modality import Mood
from warextract.events.scene import Scene
from warextract.events.status import Voice
from warextract.events.telling import Telling
from warextract.lexicon.modality import load_modality
from warextract.syntax.labels import Role

Group = tuple[Telling, ...]
# "an airstrike hit the depot" tells the airstrike
_TELLS_IT = frozenset({"hit", "strike", "target", "fail", "begin", "erupt", "flare_up", "rage"})
_WH = frozenset({"which", "who", "where", "when"})
_LEAD = 4  # paragraphs: headline, byline, the first of the text


def claims_of(scene: Scene, groups: Sequence[Group]) -> tuple[tuple[str, ...], ...]:
    """Keys of the claims about each group: those that tell it, and those that answer these without telling anything
    themselves ("Kyiv called this a lie").
    """
    told: list[list[str]] = [list(dict.fromkeys(k for t in group for k in t.claims)) for group in groups]
    telling = {key for keys in told for key in keys}
    first = [tuple(keys) for keys in told]
    for claim in scene.claims:
        if claim.responds_to is None:
            continue
        if claim.key in telling and (claim.stance not in ("denies", "doubts") or _denies_content(scene, claim)):
            continue
        answered = [i for i, keys in enumerate(first) if claim.responds_to in keys and claim.key not in keys]
        strict = claim.key in telling or not _is_anaphoric(scene, claim)
        for i in _narrowed(scene, claim, groups, answered, strict=strict):
            told[i].append(claim.key)
    order = {claim.key: claim.order for claim in scene.claims}
    return tuple(tuple(sorted(keys, key=lambda k: (order[k], k))) for keys in told)


def _is_anaphoric(scene: Scene, claim: ClaimDraft) -> bool:
    """Whether an answer only points at what was said: "this was not true", "the accusation", or nothing."""
    if claim.content is None:
        return True
    words = [t for t in scene.tree.tokens if claim.content[0] <= t.idx < claim.content[1]]
    statement = load_modality().statement
    return any(t.lower_ in _POINTING or t.lemma_.lower() in statement for t in words)


_POINTING = frozenset({"this", "that", "it", "so", "such", "these", "those", "neither"})


def _denies_content(scene: Scene, claim: ClaimDraft) -> bool:
    """Whether a denial says that its content is untrue ("denied shelling the town"), rather than asserting its
    content against another's claim ("insisted that the town holds").
    """
    if claim.head is None:
        return False
    word = scene.tree.token(claim.head).lower_
    return any(word.startswith(_stem(verb)) or word == verb for verb in load_modality().denial)


def _stem(verb: str) -> str:
    """What all forms of a verb begin with: "deni" of "denied", "refut" of "refuting"."""
    return verb[:-1] + "i" if verb.endswith("y") else verb.removesuffix("e")


def _narrowed(
    scene: Scene, claim: ClaimDraft, groups: Sequence[Group], answered: list[int], *, strict: bool
) -> list[int]:
    """Of several happenings in the answered claim those that the answer's words share an entity with, else all
    (none for an answer that tells another happening: ``strict``).
    """
    if claim.content is None or (len(answered) < 2 and not strict):
        return answered
    start, end = claim.content
    entities = scene.index.entities
    named = {
        key
        for token in scene.tree.tokens
        if start <= token.idx < end
        for key in (entities.actor_at(token.i), entities.place_at(token.i), entities.weapon_at(token.i))
        if key
    }
    shared = [i for i in answered if named & _keys(groups[i])]
    return shared if shared or strict else answered


def _keys(group: Group) -> set[str]:
    refs = {ref.key for t in group for ref in (*t.targets, *t.agents)}
    return refs | {key for t in group for key in t.weapons} | {p.key for t in group for p in t.places[:1]}


def voices_of(scene: Scene, group: Group, keys: Sequence[str], claims: Mapping[str, ClaimDraft]) -> tuple[Voice, ...]:
    """The voices of claims about a group. A claim that only supposes it ("if the town falls") does not back it."""
    mood = mood_of(group, claims)
    out: list[Voice] = []
    for key in keys:
        claim = claims[key]
        telling = [t for t in group if key in t.claims]
        supposed = bool(telling) and all(t.modality.mood == "hypothetical" for t in telling)
        if supposed and mood != "hypothetical" and claim.stance not in ("denies", "doubts"):
            continue
        if not telling and mood == "planned" and claim.stance in ("denies", "doubts"):
            continue  # "insists that this is no new mission": what is planned stays so
        negated = bool(telling) and all(t.modality.negated for t in telling)
        stance = claim.stance
        if stance == "denies" and telling and not negated and not _denies_content(scene, claim):
            stance = "asserts"
        plain = claim.head is not None and scene.tree.lemma(claim.head) == "confirm"
        out.append(Voice(stance, claim.source, negated, claim.negated_cue, claim.responds_to is not None, plain))
        if stance == "denies" and any(load_modality().statement & set(t.frame.context) for t in telling):
            out.append(Voice("asserts"))  # "dismissed reports that …": somebody reported it
    return tuple(out)


def mood_of(group: Group, claims: Mapping[str, ClaimDraft]) -> Mood:
    """The most factual mood in which a group is told. What is only urged is wanted, not done, unless it is told in the
    past ("urged the two sides to honour the truce that they signed").
    """
    moods: list[Mood] = []
    for t in group:
        if any(o is not t and o.frame.kind == "verb" and _names(o, t) for o in group):
            continue  # "would not accept a truce": the verb says how the truce is meant
        stances = {claims[key].stance for key in t.claims}
        verb = t.frame.kind == "verb" and not t.frame.has("past")
        noun = t.frame.kind == "noun" and not t.definite and not t.frame.fill("possessor")
        wanted = bool(stances) and ((stances <= {"urges"} and (verb or noun)) or (stances <= {"warns"} and noun))
        moods.append("hypothetical" if wanted and t.modality.mood != "planned" else t.modality.mood)
    return min(moods, key=_MOODS.index)


def _names(verb: Telling, noun: Telling) -> bool:
    """Whether a noun is an argument of a verb in the verb's own sentence."""
    return any(a.head == noun.head and a.slot in ("object", "subject") for a in verb.frame.arguments)


def presupposed(scene: Scene, group: Group, claims: Mapping[str, ClaimDraft]) -> bool:
    """Whether a claim judges the happening instead of telling it: "condemned Friday's attack", "called the strike
    a crime".
    """
    for t in group:
        for key in t.claims:
            claim = claims[key]
            judged = claim.stance == "accuses" and claim.head is not None and scene.tree.lemma(claim.head) != "accuse"
            known = t.frame.kind == "noun" and (t.definite or bool(t.frame.fill("possessor")))
            if judged and known and not t.modality.negated:
                return True
    return False


def taken_for_granted(scene: Scene, group: Group) -> bool:
    """Whether the article's first sentence tells it only as the circumstance of a toll that somebody gives: "were
    killed in Israeli air strikes, doctors said", "were killed as troops shelled the town".
    """
    tree = scene.tree
    heads = {t.head for t in group}
    for t in group:
        if t.claims and not t.modality.negated and (_is_spoken_of(scene, t, heads) or _is_aside(scene, t)):
            return True
        if t.type not in COMBAT | {"advance"} or not t.claims or scene.paragraphs[t.head] > _LEAD:
            continue
        if t.number != scene.first_sentence:
            continue
        first = tree.first_conjunct(t.head)
        marks = {tree.token(c).lower_ for c in tree.children(first, Role.MARKER)}
        in_phrase = t.frame.kind == "noun" and tree.preposition(first) in ("in", "during", "amid")
        as_clause = t.frame.kind == "verb" and marks == {"as"} and tree.roles[first] is Role.ADVERBIAL_CLAUSE
        in_clause = t.frame.kind == "noun" and _happens_as(scene, first)
        if in_phrase or as_clause or in_clause:
            return True
    return False


def _is_spoken_of(scene: Scene, t: Telling, heads: set[int]) -> bool:
    """Whether a statement tells something about a fight, an offensive or a truce instead of telling that it was: "the
    strike killed nine people, medics said", "the truce collapsed within hours, according to Kyiv".
    """
    tree = scene.tree
    first = tree.first_conjunct(t.head)
    verb = tree.heads[first]
    if t.frame.kind != "noun" or t.type not in COMBAT | {"advance", "agreement"} or t.modality.mood != "actual":
        return False
    if tree.roles[first] is not Role.SUBJECT or verb in heads or verb not in scene.frames:
        return False
    said = {tree.lemma(verb), scene.frames[verb].lemma}  # "break" and "break_out"
    if said & (_TELLS_IT | load_modality().occurrence):
        return False
    return not tree.children(verb, Role.COPULA)


def _is_aside(scene: Scene, t: Telling) -> bool:
    """ "the army, which has besieged the town since May, burned crops, villagers said": what the writer adds."""
    tree = scene.tree
    first = tree.first_conjunct(t.head)
    if t.frame.kind == "noun" and tree.roles[first] is Role.SUBJECT:
        first = tree.heads[first]  # "…, when the worst clashes broke out"
    if tree.roles[first] not in (Role.RELATIVE_CLAUSE, Role.ADVERBIAL_CLAUSE) or t.type == "casualties":
        return False  # a toll is what the source tells
    opening = tree.children(first, Role.SUBJECT, Role.SUBJECT_PASSIVE, Role.ADVERB)
    return any(tree.token(c).lower_ in _WH and c > 0 and tree.token(c - 1).text == "," for c in opening)


def _happens_as(scene: Scene, noun: int) -> bool:
    """ "as fighting flared up" """
    tree = scene.tree
    verb = tree.heads[noun]
    marks = {tree.token(c).lower_ for c in tree.children(verb, Role.MARKER)}
    return tree.roles[noun] is Role.SUBJECT and tree.roles[verb] is Role.ADVERBIAL_CLAUSE and marks == {"as"}


def told_by_both(scene: Scene, group: Group, claims: Mapping[str, ClaimDraft]) -> bool:
    """Whether parties on both sides tell it alike ("officials on both sides said")."""
    text = scene.tree.text
    for t in group:
        for claim in (claims[key] for key in t.claims):
            if claim.stance == "asserts" and claim.source_span and not t.modality.negated:
                source = text[slice(*claim.source_span)].lower().split()
                if "both" in source:
                    return True
    return False


_MOODS: tuple[Mood, ...] = ("actual", "attempted", "planned", "hypothetical")
