FROM alpine:3.20
HEALTHCHECK CMD ["app", "--check"]
USER 10001
CMD ["app"]
