FROM alpine:3.20
COPY app /usr/local/bin/app
USER 10001
ENTRYPOINT ["/usr/local/bin/app"]
