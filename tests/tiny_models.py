"""Tiny random models of each family, made on the spot in plain Hugging Face form."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sentencepiece
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, trainers
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    M2M100Config,
    M2M100ForConditionalGeneration,
    M2M100Tokenizer,
    MarianConfig,
    MarianMTModel,
    MarianTokenizer,
    MBart50Tokenizer,
    MBartConfig,
    MBartForConditionalGeneration,
    MBartTokenizer,
    NllbTokenizer,
    PreTrainedModel,
    PreTrainedTokenizerBase,
    PreTrainedTokenizerFast,
    T5Config,
    T5ForConditionalGeneration,
    T5Tokenizer,
)

TEXT = (
    "Thứ trưởng Bộ Công an đến Hà Tĩnh và hội đàm với đoàn Lào về phòng, chống ma túy.",
    "The Deputy Minister of Public Security visited Ha Tinh for talks with the Lao delegation.",
    "Hai bên ký biên bản ghi nhớ, trao đổi thông tin và phối hợp tuần tra biên giới.",
    "The two sides signed a memorandum, exchanged information and patrolled the border.",
)
SIZES = {
    "d_model": 16,
    "encoder_layers": 1,
    "decoder_layers": 1,
    "encoder_attention_heads": 2,
    "decoder_attention_heads": 2,
    "encoder_ffn_dim": 32,
    "decoder_ffn_dim": 32,
    "max_position_embeddings": 128,
    # Wide weights keep random models from near-ties, which rounding would decide.
    "init_std": 0.6,
}

Parts = tuple[PreTrainedTokenizerBase, PreTrainedModel]


def pieces(folder: Path) -> Path:
    """A sentencepiece model of 120 pieces."""
    (folder / "text").write_text("\n".join(TEXT * 5), encoding="utf-8")
    sentencepiece.SentencePieceTrainer.train(
        input=str(folder / "text"),
        model_prefix=str(folder / "spm"),
        vocab_size=120,
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return folder / "spm.model"


def scored(folder: Path) -> list[tuple[str, float]]:
    """The pieces with their scores, the three special ones first."""
    spm = sentencepiece.SentencePieceProcessor(model_file=str(pieces(folder)))
    return [(spm.id_to_piece(i), spm.get_score(i)) for i in range(spm.get_piece_size())]


def special_ids(tokenizer: PreTrainedTokenizerBase) -> dict[str, Any]:
    return {
        "vocab_size": len(tokenizer),
        "pad_token_id": tokenizer.pad_token_id,
        "bos_token_id": tokenizer.bos_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "decoder_start_token_id": tokenizer.eos_token_id,
    }


def marian(folder: Path) -> Parts:
    spm = str(pieces(folder))
    names = ["</s>", "<unk>", *(name for name, _ in scored(folder)[3:]), "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({name: i for i, name in enumerate(names)}))
    tokenizer = MarianTokenizer(spm, spm, str(folder / "vocab.json"))
    ids = special_ids(tokenizer) | {"decoder_start_token_id": tokenizer.pad_token_id}
    return tokenizer, MarianMTModel(MarianConfig(**SIZES, **ids))


def m2m100(folder: Path) -> Parts:
    spm = str(pieces(folder))
    names = ["<s>", "<pad>", "</s>", "<unk>", *(name for name, _ in scored(folder)[3:])]
    (folder / "vocab.json").write_text(json.dumps({name: i for i, name in enumerate(names)}))
    tokenizer = M2M100Tokenizer(str(folder / "vocab.json"), spm)
    # Language codes and made-up words come after the vocabulary.
    ids = special_ids(tokenizer) | {"vocab_size": len(names) + len(tokenizer.lang_code_to_id) + 8}
    return tokenizer, M2M100ForConditionalGeneration(M2M100Config(**SIZES, **ids))


def nllb(folder: Path) -> Parts:
    bpe = Tokenizer(models.BPE(unk_token="<unk>"))
    bpe.pre_tokenizer = pre_tokenizers.Metaspace()
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    bpe.train_from_iterator(TEXT, trainers.BpeTrainer(vocab_size=150, special_tokens=special))
    learned = json.loads(bpe.to_str())["model"]
    tokenizer = NllbTokenizer(
        vocab=learned["vocab"], merges=[tuple(merge) for merge in learned["merges"]]
    )
    ids = special_ids(tokenizer)
    return tokenizer, M2M100ForConditionalGeneration(M2M100Config(**SIZES, **ids))


def mbart(folder: Path) -> Parts:
    tokenizer = MBartTokenizer(vocab=scored(folder))
    ids = special_ids(tokenizer)
    return tokenizer, MBartForConditionalGeneration(MBartConfig(**SIZES, **ids))


def mbart50(folder: Path) -> Parts:
    tokenizer = MBart50Tokenizer(vocab=scored(folder))
    ids = special_ids(tokenizer)
    config = MBartConfig(**SIZES, **ids, tokenizer_class="MBart50Tokenizer")
    return tokenizer, MBartForConditionalGeneration(config)


def bart(folder: Path) -> Parts:
    from tokenizers import decoders, processors

    unigram = Tokenizer(
        models.Unigram([("<s>", 0.0), ("<pad>", 0.0), *reordered(folder)], unk_id=3)
    )
    unigram.pre_tokenizer = pre_tokenizers.Metaspace()
    unigram.decoder = decoders.Metaspace()
    unigram.post_processor = processors.TemplateProcessing(
        single="$A </s>", special_tokens=[("</s>", 2)]
    )
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=unigram,
        bos_token="<s>",
        eos_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
    )
    return tokenizer, BartForConditionalGeneration(BartConfig(**SIZES, **special_ids(tokenizer)))


def reordered(folder: Path) -> list[tuple[str, float]]:
    return [("</s>", 0.0), ("<unk>", 0.0), *scored(folder)[3:]]


def t5(folder: Path) -> Parts:
    vocabulary = [("<pad>", 0.0), *reordered(folder)]
    tokenizer = T5Tokenizer(vocab=vocabulary, extra_ids=2)
    config = T5Config(
        vocab_size=len(tokenizer),
        d_model=16,
        d_kv=8,
        d_ff=32,
        num_layers=1,
        num_heads=2,
        initializer_factor=4.0,
        pad_token_id=0,
        eos_token_id=1,
        decoder_start_token_id=0,
    )
    return tokenizer, T5ForConditionalGeneration(config)


MAKERS: dict[str, Callable[[Path], Parts]] = {
    "marian": marian,
    "m2m100": m2m100,
    "nllb": nllb,
    "mbart": mbart,
    "mbart50": mbart50,
    "bart": bart,
    "t5": t5,
}


def make(family: str, folder: Path) -> Path:
    """A random model of this family as it would lie in a folder of the user's."""
    torch.manual_seed(1)
    parts, work = folder / family, folder / f"{family}-parts"
    work.mkdir(parents=True)
    tokenizer, model = MAKERS[family](work)
    tokenizer.save_pretrained(parts)
    model.save_pretrained(parts)
    return parts
