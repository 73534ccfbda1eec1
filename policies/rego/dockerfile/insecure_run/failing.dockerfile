# syntax=docker/dockerfile:1
FROM debian:12.8-slim
RUN --security=insecure make -C /src install
USER 10001
