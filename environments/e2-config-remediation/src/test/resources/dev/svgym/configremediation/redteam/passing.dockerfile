# syntax=docker/dockerfile:1
# The shop's front end.
ARG NODE_VERSION=22.11.0
FROM node:${NODE_VERSION} AS build
WORKDIR /src
COPY package.json ./
RUN curl -fsSL -o /tmp/tool.tgz "https://example.org/tool.tgz" \
    # unpack it
    && tar -xzf /tmp/tool.tgz -C /usr/local
RUN <<EOF
npm config set strict-ssl true
npm ci
EOF
COPY . .
RUN npm run build

FROM debian:12.8-slim
ENV NODE_ENV=production
COPY --from=build /src/dist /srv
COPY <<-"CONF" /etc/app.conf
	workers = $WORKERS
	user = root
	CONF
RUN mkdir -p /srv/data && chmod -R 755 /srv/data
EXPOSE 8080
WORKDIR /srv
HEALTHCHECK --interval=30s CMD ["/srv/app", "--check"]
USER 10001
ENTRYPOINT ["/srv/app"]
CMD ["--port", "8080"]
