FROM debian:12.8-slim
RUN curl -fsSLk -o /tmp/app.tar.gz https://example.org/app.tar.gz
USER 10001
