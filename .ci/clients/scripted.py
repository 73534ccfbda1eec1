"""A stand-in for a model, behind an OpenAI-compatible address: what it says is told by a function of the messages."""

import json

import stand_in

COMMON = {"id": "1", "created": 0, "model": "stand-in"}
USAGE = {"usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}


def serve(say):
    """Starts it and returns its port. `say` takes the request's body and returns a text, or a list of tool calls."""

    def reply(text):
        body = json.loads(text)
        return (streamed if body.get("stream") else whole)(say(body))

    return stand_in.serve(reply)


def message(said):
    """The assistant's message and why it ends."""
    if isinstance(said, str):
        return {"role": "assistant", "content": said}, "stop"
    calls = [
        {"index": at, "id": f"call-{at}", "type": "function",
         "function": {"name": name, "arguments": json.dumps(arguments)}}
        for at, (name, arguments) in enumerate(said)
    ]
    return {"role": "assistant", "content": None, "tool_calls": calls}, "tool_calls"


def whole(said):
    content, reason = message(said)
    choice = {"index": 0, "finish_reason": reason, "message": content}
    return "application/json", json.dumps(
        COMMON | USAGE | {"object": "chat.completion", "choices": [choice]}).encode()


def streamed(said):
    content, reason = message(said)
    events = [
        {"choices": [{"index": 0, "finish_reason": None, "delta": content}]},
        {"choices": [{"index": 0, "finish_reason": reason, "delta": {}}]},
        USAGE | {"choices": []},
    ]
    lines = [json.dumps(COMMON | {"object": "chat.completion.chunk"} | event) for event in events]
    return "text/event-stream", "".join(f"data: {line}\n\n" for line in lines + ["[DONE]"]).encode()
