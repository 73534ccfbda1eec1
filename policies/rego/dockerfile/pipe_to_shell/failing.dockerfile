FROM debian:12.8-slim
RUN curl -fsSL https://example.org/install.sh | sh
USER 10001
