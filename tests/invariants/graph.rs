//! Which source file uses which: the paths of every file, parsed, and followed through re-exports
//! to the file that defines what they name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, File, Item, UseTree};

/// A path as it is written, segment by segment.
type Segments = Vec<String>;

/// A source file below `src`.
pub(crate) struct Source {
    /// Its path below `src`, with slashes.
    pub(crate) name: String,
    pub(crate) text: String,
    /// The path of its module; empty for the root.
    module: Segments,
    /// What it defines at its top.
    defines: HashSet<String>,
    /// What it imports or re-exports, by the name it has here.
    imports: HashMap<String, Segments>,
    /// Every path in it.
    paths: BTreeSet<Segments>,
}

/// Every source file of the program.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).expect("the folder can be read");
        let paths: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(Source::read(&root, &path));
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

impl Source {
    fn read(root: &Path, path: &Path) -> Self {
        let name = path
            .strip_prefix(root)
            .expect("below the root")
            .to_str()
            .expect("a plain name")
            .to_owned();
        let text = fs::read_to_string(path).expect("a source file");
        let stem = name.trim_end_matches(".rs");
        let is_root = ["lib", "main"].contains(&stem);
        let module = stem.split('/').filter(|_| !is_root).map(str::to_owned);
        let mut source = Self {
            module: module.collect(),
            defines: HashSet::new(),
            imports: HashMap::new(),
            paths: BTreeSet::new(),
            name,
            text,
        };
        let file = syn::parse_file(&source.text).expect("the file parses");
        source.collect(&file);
        source
    }

    /// The top-level module that it belongs to.
    pub(crate) fn top(&self) -> &str {
        let stem = self.name.trim_end_matches(".rs");
        stem.split('/').next().expect("a first part")
    }

    fn collect(&mut self, file: &File) {
        for item in &file.items {
            self.defines.extend(name_of(item));
            if let Item::Macro(item) = item {
                // A macro that makes items: every capital name in it may be one.
                self.defines.extend(capitals(item.mac.tokens.clone()));
            }
        }
        let mut visitor = Paths { source: self };
        visitor.visit_file(file);
    }

    /// A path of this file, from the root of the crate; none for what another crate has.
    fn absolute(&self, path: &[String], modules: &HashSet<Segments>) -> Option<Segments> {
        let (first, rest) = path.split_first()?;
        let below = |base: &[String], rest: &[String]| Some([base, rest].concat());
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "bilat" if self.name == "main.rs" => Some(rest.to_vec()),
            "self" => below(&self.module, rest),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                let depth = self.module.len().checked_sub(ups)?;
                below(&self.module[..depth], &path[ups..])
            }
            _ if modules.contains(&below(&self.module, &path[..1])?) => below(&self.module, path),
            name => {
                let import = self.imports.get(name).filter(|import| import[0] != *name)?;
                below(&self.absolute(import, modules)?, rest)
            }
        }
    }
}

fn name_of(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn capitals(tokens: TokenStream) -> Vec<String> {
    let names = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    });
    let capital = |name: &String| name.starts_with(|c: char| c.is_ascii_uppercase());
    names.filter(capital).collect()
}

/// Gathers the paths of a file, those of its tests apart.
struct Paths<'a> {
    source: &'a mut Source,
}

impl Paths<'_> {
    fn imports(&mut self, tree: &UseTree, before: &[String]) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.imports(&path.tree, &with(&path.ident)),
            UseTree::Group(group) => group.items.iter().for_each(|t| self.imports(t, before)),
            UseTree::Glob(_) => self.import(before.last().cloned(), before.to_vec()),
            UseTree::Name(name) if name.ident == "self" => {
                self.import(before.last().cloned(), before.to_vec());
            }
            UseTree::Name(name) => self.import(Some(name.ident.to_string()), with(&name.ident)),
            UseTree::Rename(name) => self.import(Some(name.rename.to_string()), with(&name.ident)),
        }
    }

    fn import(&mut self, name: Option<String>, path: Segments) {
        self.source.paths.insert(path.clone());
        if let Some(name) = name {
            self.source.imports.insert(name, path);
        }
    }

    /// The paths inside the arguments of a macro, which are not parsed as code.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Segments = Vec::new();
        let mut joins = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) if joins == 2 || path.is_empty() => {
                    path.push(name.to_string());
                    joins = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && joins < 2 => joins += 1,
                other => {
                    self.keep(std::mem::take(&mut path));
                    joins = 0;
                    match other {
                        TokenTree::Group(group) => self.tokens(group.stream()),
                        TokenTree::Ident(name) => path.push(name.to_string()),
                        _ => {}
                    }
                }
            }
        }
        self.keep(path);
    }

    /// A single word is a name of this file, or one that it imports.
    fn keep(&mut self, path: Segments) {
        if path.len() > 1 {
            self.source.paths.insert(path);
        }
    }
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let tokens = attribute.meta.require_list().map(|list| &list.tokens);
        attribute.path().is_ident("cfg") && tokens.is_ok_and(|t| t.to_string() == "test")
    })
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_test(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !is_test(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !is_test(&item.attrs) {
            self.imports(&item.tree, &[]);
        }
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter().map(|s| s.ident.to_string());
        self.keep(segments.collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invocation: &'ast syn::Macro) {
        self.visit_path(&invocation.path);
        self.tokens(invocation.tokens.clone());
    }
}

/// For each file those that it uses, both by their places.
pub(crate) struct Graph {
    pub(crate) sources: Vec<Source>,
    pub(crate) uses: Vec<BTreeSet<usize>>,
}

impl Graph {
    pub(crate) fn new() -> Self {
        let sources = sources();
        let modules: HashSet<Segments> = sources.iter().map(|s| s.module.clone()).collect();
        let places = sources.iter().enumerate();
        let by_module: HashMap<_, _> = places
            .filter(|(_, source)| source.name != "main.rs")
            .map(|(at, source)| (source.module.clone(), at))
            .collect();
        let mut graph = Self {
            uses: vec![BTreeSet::new(); sources.len()],
            sources,
        };
        for at in 0..graph.sources.len() {
            let source = &graph.sources[at];
            let paths = source.paths.iter().filter(|path| !path.is_empty());
            let absolute = paths.filter_map(|path| source.absolute(path, &modules));
            let found: BTreeSet<_> = absolute
                .filter_map(|path| graph.defining(&path, &modules, &by_module, 0))
                .filter(|to| *to != at)
                .collect();
            graph.uses[at] = found;
        }
        graph
    }

    /// The file in which what a path names is defined.
    fn defining(
        &self,
        path: &[String],
        modules: &HashSet<Segments>,
        by_module: &HashMap<Segments, usize>,
        depth: usize,
    ) -> Option<usize> {
        let split = (0..=path.len())
            .rev()
            .find(|n| modules.contains(&path[..*n]))?;
        let at = *by_module.get(&path[..split])?;
        let source = &self.sources[at];
        let Some(name) = path.get(split) else {
            return Some(at);
        };
        let import = source.imports.get(name);
        let Some(import) = import.filter(|_| !source.defines.contains(name) && depth < 9) else {
            return Some(at);
        };
        // What comes from another crate is defined nowhere here.
        let mut onward = source.absolute(import, modules)?;
        onward.extend_from_slice(&path[split + 1..]);
        self.defining(&onward, modules, by_module, depth + 1)
    }

    /// The top-level modules, each with those that it uses.
    pub(crate) fn modules(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut modules: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (source, uses) in self.sources.iter().zip(&self.uses) {
            let from = source.top();
            let used = uses.iter().map(|to| self.sources[*to].top());
            modules
                .entry(from)
                .or_default()
                .extend(used.filter(|to| *to != from));
        }
        modules.remove("lib");
        modules
    }

    /// The files from which a way leads back to themselves, each with the others on it.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let reach: Vec<HashSet<usize>> = (0..self.sources.len()).map(|at| self.reach(at)).collect();
        let mut circles: Vec<Vec<&str>> = Vec::new();
        for at in 0..self.sources.len() {
            let on: Vec<_> = (0..self.sources.len())
                .filter(|to| reach[at].contains(to) && reach[*to].contains(&at))
                .map(|to| self.sources[to].name.as_str())
                .collect();
            if !on.is_empty() && !circles.contains(&on) {
                circles.push(on);
            }
        }
        circles
    }

    fn reach(&self, from: usize) -> HashSet<usize> {
        let mut found = HashSet::new();
        let mut next: Vec<usize> = self.uses[from].iter().copied().collect();
        while let Some(at) = next.pop() {
            if found.insert(at) {
                next.extend(&self.uses[at]);
            }
        }
        found
    }
}
