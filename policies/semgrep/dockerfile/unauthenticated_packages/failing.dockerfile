FROM debian:12.8-slim
RUN apt-get update && apt-get install -y --allow-unauthenticated internal-agent
USER 10001
