FROM debian:12.8-slim
RUN curl -fsSL -o /usr/share/keyrings/example.asc http://packages.example.org/key.asc
USER 10001
