# The service with both databases: docker build -t kohtaanto . && docker run -p 8080:8080 -e KOHTAANTO_BASE_URL=http://localhost:8080 -v kohtaanto:/data kohtaanto
FROM rust:1.95-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends libpq-dev
WORKDIR /source
COPY . .
RUN cargo build --profile dist --locked --features postgres

FROM debian:bookworm-slim
# postgresql-client is for `backup` and `restore` of a PostgreSQL database, curl for the health check.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpq5 ca-certificates postgresql-client curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --no-create-home --home-dir /data --shell /usr/sbin/nologin kohtaanto \
    && install -d -o kohtaanto -g kohtaanto -m 0700 /data
COPY --from=build /source/target/dist/kohtaanto /usr/local/bin/kohtaanto
USER kohtaanto
WORKDIR /data
VOLUME /data
ENV DATABASE_URL=sqlite:/data/kohtaanto.db MAIL_DIR=/data/mails KOHTAANTO_LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["curl", "--fail", "--silent", "--show-error", "--output", "/dev/null", "http://127.0.0.1:8080/healthz"]
ENTRYPOINT ["kohtaanto"]
CMD ["serve"]
