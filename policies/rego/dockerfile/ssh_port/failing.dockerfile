FROM debian:12.8-slim
COPY app /usr/local/bin/app
EXPOSE 22 8080
USER 10001
CMD ["app"]
