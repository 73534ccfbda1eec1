# ruleid: DF-WORLD-WRITABLE
RUN chmod 777 /srv
# ruleid: DF-WORLD-WRITABLE
RUN chmod -R 0777 /srv
# ruleid: DF-WORLD-WRITABLE
RUN chmod a+rwx /srv
# ruleid: DF-WORLD-WRITABLE
RUN chmod -R o+w /srv
# ruleid: DF-WORLD-WRITABLE
RUN find a -exec chmod 666 {} +
# ruleid: DF-WORLD-WRITABLE
RUN chmod 757 /srv
# ruleid: DF-WORLD-WRITABLE
RUN chmod u=rwx,go=rw /srv
# ok: DF-WORLD-WRITABLE
RUN chmod u=rwx,g=rwx,o=rx /srv
# ok: DF-WORLD-WRITABLE
RUN chmod 755 /srv
# ok: DF-WORLD-WRITABLE
RUN chmod 1777 /tmp
# ok: DF-WORLD-WRITABLE
RUN chmod a+rx /srv
# ok: DF-WORLD-WRITABLE
RUN echo 777
# ok: DF-WORLD-WRITABLE
RUN mkdir -m 755 /srv/777
# ok: DF-WORLD-WRITABLE
RUN chmod 755 /srv/777
