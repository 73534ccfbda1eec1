"""A model that is none: it answers by rule behind an address of OpenAI's form."""

import http.server
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        kind, reply = self.reply(self.rfile.read(int(self.headers["content-length"])))
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(reply)))
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_):
        pass


def serve(reply):
    """Serves reply(body) -> (content type, bytes) on a port of its own, which is returned."""
    handler = type("Model", (Handler,), {"reply": staticmethod(reply)})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port
