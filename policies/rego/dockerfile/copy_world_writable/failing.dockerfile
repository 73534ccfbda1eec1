FROM debian:12.8-slim
COPY --chmod=0777 app /usr/local/bin/app
USER 10001
