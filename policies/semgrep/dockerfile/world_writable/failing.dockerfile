FROM debian:12.8-slim
RUN mkdir -p /var/lib/app && chmod -R 777 /var/lib/app
USER 10001
