FROM node:22.11.0
COPY . /srv
USER node
CMD ["node", "/srv/server.js"]
