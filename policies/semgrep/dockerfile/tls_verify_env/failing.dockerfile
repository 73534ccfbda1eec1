FROM node:22.11.0
ENV NODE_ENV=production NODE_TLS_REJECT_UNAUTHORIZED=0
COPY . /srv
USER node
CMD ["node", "/srv/server.js"]
