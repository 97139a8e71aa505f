import type { Role } from "./roles.ts";

/** A short answer for those who work in a portal: what to do, in which order, and what follows. */
export interface HelpTopic {
  /** Its place on the help page. */
  id: string;
  title: string;
  /** Other words that people search it by, with its initials in pinyin. */
  words: string;
  /** The page that it is about, where the help of that page begins. */
  page: string;
  /** Only these of the portal's roles. */
  roles?: readonly Role[];
  text: readonly string[];
}

/** Topics of a role. */
export const topicsOf = (topics: readonly HelpTopic[], role: Role): HelpTopic[] =>
  topics.filter((topic) => topic.roles === undefined || topic.roles.includes(role));

/** The topic of the page that is open, or of the page above it; none for a first page. */
export function topicAt(topics: readonly HelpTopic[], pathname: string): HelpTopic | undefined {
  return topics
    .filter(({ page }) => pathname === page || (page.split("/").length > 2 && pathname.startsWith(`${page}/`)))
    .toSorted((a, b) => b.page.length - a.page.length)[0];
}

/** Topics that hold every typed word. */
export function findTopics(topics: readonly HelpTopic[], typed: string): HelpTopic[] {
  const words = typed.trim().toLowerCase().split(/\s+/u).filter(Boolean);
  return topics.filter((topic) => {
    const text = `帮助 bangzhu bz ${topic.title} ${topic.words} ${topic.text.join("")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
