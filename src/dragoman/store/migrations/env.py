"""What alembic runs: migrations over the connection that :func:`dragoman.store.engine.migrate` hands in."""

from alembic import context

from dragoman.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
