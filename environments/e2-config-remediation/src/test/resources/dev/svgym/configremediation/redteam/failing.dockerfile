# syntax=docker/dockerfile:1
# The shop's front end.
ARG NODE_VERSION=latest
FROM node:${NODE_VERSION} AS build
WORKDIR /src
COPY package.json ./
RUN curl -fsSLk -o /tmp/tool.tgz "https://example.org/tool.tgz" \
    # unpack it
    && sudo tar -xzf /tmp/tool.tgz -C /usr/local
RUN <<EOF
npm config set strict-ssl false
npm ci
EOF
COPY . .
RUN --network=host npm run build

FROM debian:12.8-slim
ENV NODE_ENV=production \
    API_KEY=hunter2
COPY --from=build /src/dist /srv
COPY <<-"CONF" /etc/app.conf
	workers = $WORKERS
	user = root
	CONF
RUN mkdir -p /srv/data && chmod -R 777 /srv/data
EXPOSE 22 8080
WORKDIR /srv
HEALTHCHECK --interval=30s CMD ["/srv/app", "--check"]
USER root
ENTRYPOINT ["/srv/app"]
CMD ["--port", "8080"]
