FROM debian:12.8-slim
RUN apt-get update && \
    sudo apt-get install -y curl
USER 10001
