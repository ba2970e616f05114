# Two images from one build: `server` (the default) serves; `setup` migrates and loads, and ends.
# docker-compose.yml says how they go together.

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY server/package.json server/
COPY web/package.json web/
COPY db/package.json db/
COPY geo-data/package.json geo-data/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM build AS setup
# for locks and downloads; everything else stays root's, so what runs cannot change itself
RUN mkdir .data && chown node:node .data
USER node
VOLUME /app/.data
CMD ["node", "scripts/setup.mjs"]

FROM node:22-bookworm-slim AS server
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
# glibc would keep the memory of large answers, and more of it each time
ENV MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
COPY package.json package-lock.json ./
COPY server/package.json server/
COPY web/package.json web/
COPY db/package.json db/
COPY geo-data/package.json geo-data/
RUN npm ci --omit=dev --workspace server --no-audit --no-fund && npm cache clean --force
COPY --from=build /app/server/dist server/dist
COPY --from=build /app/web/dist web/dist
COPY LICENSE* NOTICE* ./
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/server.js"]
