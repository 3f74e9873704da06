-- What a card says, in short: judging leaves a card alone that stays as it is. A digest counts only beside the version with which
-- it was written, for an older program that runs beside this one during an upgrade writes the card and leaves the digest.
ALTER TABLE card
    ADD COLUMN digest         uuid,
    ADD COLUMN digest_version bigint;
