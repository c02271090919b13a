/** Where the files of one side come from: a folder, or a commit of a repository. */
export interface FileSource {
  /** How messages call this side: the git ref or the path that the caller gave. */
  readonly label: string;
  /** Text of a file, by its path with `/` between the names; undefined when there is no such file. */
  read(path: string): string | undefined;
}
