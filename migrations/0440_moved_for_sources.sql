-- What moved since a moment of what sources handed over is asked for every few minutes: by when a matter last moved, not by going through
-- all that was ever handed over. What was joined to another matter is found there by whoever raised it. See src/counter/sources.
create index matter_raised_moved on matter (city, updated_at) where originators <> '{}';
create index taken_request_originator on taken_request (city, originator);
