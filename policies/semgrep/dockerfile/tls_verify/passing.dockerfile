FROM debian:12.8-slim
RUN wget -q https://example.org/app.tar.gz \
    && tar -xzf app.tar.gz
USER 10001
