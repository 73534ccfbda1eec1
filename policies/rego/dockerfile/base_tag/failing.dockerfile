FROM node:latest
COPY . /srv
USER node
CMD ["node", "/srv/server.js"]
