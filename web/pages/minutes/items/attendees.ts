type Attendee = { name: string; post: string | null };

/** One person a line, the name first and then the post. */
export const attendeesText = (people: readonly Attendee[]): string =>
  people.map(({ name, post }) => (post ? `${name} ${post}` : name)).join('\n');

export const attendeesFrom = (text: string): Attendee[] =>
  text.split('\n').flatMap((line) => {
    const [name = '', ...post] = line.trim().split(/[\s，,]+/u);
    return name ? [{ name: name.slice(0, 40), post: post.join(' ').slice(0, 120) || null }] : [];
  });
