FROM debian:12.8-slim
COPY --chmod=0755 app /usr/local/bin/app
USER 10001
