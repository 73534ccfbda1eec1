"""A random model small enough for a CPU, with a tokenizer of bytes, made here: nothing is downloaded.

What it writes is scripted, because a random model writes no answers; the losses, gradients and optimizer steps on what
it wrote are real.
"""

import logging
import pathlib

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForCausalLM
from trl import chat_template_utils

# TRL prints whole prompts where a completion has no reward.
logging.getLogger("trl").setLevel(logging.ERROR)

SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<tool_call>", "</tool_call>", "<tool_response>",
           "</tool_response>", "<think>", "</think>"]


def save(folder):
    """Model and tokenizer, as from_pretrained reads them."""
    vocabulary = {token: number for number, token in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}
    raw = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    raw.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    raw.decoder = decoders.ByteLevel()
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=raw, eos_token="<|im_end|>", pad_token="<|endoftext|>",
        additional_special_tokens=[token for token in SPECIAL if token.startswith("<|im_start")])
    tokenizer.add_tokens(SPECIAL)
    tokenizer.chat_template = chat_template_utils.qwen3_chat_template
    torch.manual_seed(0)
    model = Qwen3ForCausalLM(Qwen3Config(
        vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2,
        num_key_value_heads=1, head_dim=16, max_position_embeddings=32768, tie_word_embeddings=True,
        eos_token_id=tokenizer.eos_token_id, pad_token_id=tokenizer.pad_token_id, bos_token_id=None))
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return str(pathlib.Path(folder))


class Script:
    """Stands in for `generate`: the n-th completion of a prompt is the n-th text, and behind a tool's reply it ends."""

    def __init__(self, tokenizer, texts):
        self.tokenizer, self.texts, self.turns = tokenizer, texts, 0

    def __call__(self, model, input_ids=None, **_):
        written = []
        for number, ids in enumerate(input_ids):
            turn = self.tokenizer.decode(ids[-400:]).rpartition("<|im_start|>user")[2]
            replied = turn.startswith("\n<tool_response>")
            self.turns += replied
            text = "Done." if replied else self.texts[number % len(self.texts)]
            written.append(self.tokenizer(text + "<|im_end|>", add_special_tokens=False)["input_ids"])
        longest = max(map(len, written))
        padded = [ids + [self.tokenizer.pad_token_id] * (longest - len(ids)) for ids in written]
        return torch.cat([input_ids, torch.tensor(padded, device=input_ids.device)], dim=1)

    def installed(self):
        script = self
        Qwen3ForCausalLM.generate = lambda model, *args, **kwargs: script(model, *args, **kwargs)
        return self
