FROM golang:1.25-bookworm AS build
WORKDIR /src
COPY . .
RUN --network=host go build -o /app .
FROM debian:12.8-slim
COPY --from=build /app /app
USER 10001
