FROM debian:12.8-slim
RUN curl -fsSL -o /tmp/app.tar.gz https://example.org/app.tar.gz
USER 10001
