FROM debian:12.8-slim
RUN wget --no-check-certificate -q https://example.org/app.tar.gz \
    && tar -xzf app.tar.gz
USER 10001
