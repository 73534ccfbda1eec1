FROM debian:12.8-slim
ADD https://example.org/app /usr/local/bin/app
USER 10001
