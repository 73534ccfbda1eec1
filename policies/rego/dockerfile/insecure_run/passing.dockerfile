# syntax=docker/dockerfile:1
FROM debian:12.8-slim
RUN make -C /src install
USER 10001
